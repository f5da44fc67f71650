"""Checks the drafts of a queue in eight threads and in two processes that share one linter."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import socialint
from socialint import Linter

Record = tuple[str, ...]


def found(linter: Linter, draft: Mapping[str, Any]) -> list[Record]:
    report = linter.check_text(
        draft["text"],
        kind=draft.get("kind", "post"),
        channel=draft.get("channel"),
        lang=draft.get("lang"),
        in_reply_to=draft.get("in_reply_to"),
    )
    kept = ("rule", "quote", "message", "fingerprint")
    records = report.to_dict("en")["findings"]
    return [(draft["id"], *(record[key] for key in kept)) for record in records]


def main() -> None:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    drafts = [json.loads(line) for line in lines] * 4
    ask = partial(found, Linter())
    with ThreadPoolExecutor(8) as threads:  # first, so that they meet at whatever is lazy
        pools = {"threads": list(threads.map(ask, drafts))}
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        pools["processes"] = list(processes.map(ask, drafts, chunksize=4))
    pools["alone"] = list(map(ask, drafts))
    sys.stdout.write(json.dumps({"socialint": socialint.__file__, **pools}))


if __name__ == "__main__":
    main()
