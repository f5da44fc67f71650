"""The report as one JSON object (`schemas/report.schema.json`), a finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from socialint import records
from socialint.lazy import regex
from socialint.report import Report
from socialint.reporters.look import Look

# what JSON lets through and a terminal would obey: C1 controls, marks of direction, lone halves
_UNSAFE = regex("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def report_json(report: Report, look: Look) -> Iterator[str]:
    """The report in pieces, none larger than a finding."""
    yield f'{{"version": {records.VERSION}, "findings": ['
    comma = "\n"
    for finding in report.told:
        yield comma + dumps(records.finding(finding, look.lang), look)
        comma = ",\n"
    rest = {
        "summary": records.summary(report),
        "not_checked": [records.not_checked(each, look.lang) for each in report.not_checked],
        "errors": [records.error(each, look.lang) for each in report.errors],
    }
    yield f"],\n{dumps(rest, look)[1:]}\n"


def dumps(record: Mapping[str, Any], look: Look) -> str:
    """One record on one line, with nothing in it that steers a terminal."""
    text = json.dumps(record, ensure_ascii=look.encoding != "utf-8")
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
