"""Outputs: from a report to text; no reporter prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import cast

from socialint.report import Report
from socialint.reporters.look import Look

__all__ = ["REPORTERS", "Look", "Reporter"]

Reporter = Callable[[Report, Look], Iterable[str]]


def _run(module: str, name: str, report: Report, look: Look) -> Iterable[str]:
    """Import a reporter when it is asked for: the others cost nothing."""
    reporter = cast("Reporter", getattr(import_module(f"socialint.reporters.{module}"), name))
    return reporter(report, look)


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "human": partial(_run, "human", "report_human"),
        "json": partial(_run, "json_report", "report_json"),
        "jsonl": partial(_run, "jsonl", "report_jsonl"),
        "sarif": partial(_run, "sarif", "report_sarif"),
        "github": partial(_run, "github", "report_github"),
        "gitlab": partial(_run, "gitlab", "report_gitlab"),
        "junit": partial(_run, "junit", "report_junit"),
        "rdjson": partial(_run, "rdjson", "report_rdjson"),
        "markdown": partial(_run, "markdown", "report_markdown"),
        "html": partial(_run, "webpage", "report_html"),
    }
)
