"""A scheduler that refuses a post with errors, and says why.

usage: python scheduler.py QUEUE.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from socialint import Linter

LINTER = Linter()


def decide(post: Mapping[str, Any]) -> dict[str, Any]:
    """The post's id, whether it may go out, and the reasons in the post's language."""
    report = LINTER.check_text(
        post["text"],
        kind=post.get("kind", "post"),
        channel=post.get("channel"),
        lang=post.get("lang"),
        in_reply_to=post.get("in_reply_to"),
    )
    lang = post.get("lang", "en")
    return {
        "id": post["id"],
        "scheduled": report.exit_code == 0,
        "reasons": [finding.message(lang) for finding in report.findings],
    }


def decide_all(queue: Path) -> Iterator[dict[str, Any]]:
    """Decisions in the order of the queue, made by eight threads that share one linter."""
    posts = [json.loads(line) for line in queue.read_text(encoding="utf-8").splitlines()]
    with ThreadPoolExecutor(8) as pool:
        yield from pool.map(decide, posts)


if __name__ == "__main__":
    for decision in decide_all(Path(sys.argv[1])):
        print(json.dumps(decision, ensure_ascii=False))
