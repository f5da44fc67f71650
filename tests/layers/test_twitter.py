"""X's own suite: links, names and tags where twitter-text finds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from needs import SHARED

from socialint.layers.entities.handles import (
    Handle,
    find_cashtags,
    find_hashtags,
    find_mentions,
)
from socialint.layers.entities.urls import find_urls

SUITE = SHARED / "corpus/conformance/twitter-text"

if not SUITE.exists():
    pytest.skip("the conformance suites are not beside the repository", allow_module_level=True)


def load(name: str) -> dict[str, list[dict[str, Any]]]:
    with (SUITE / name).open(encoding="utf-8") as file:
        tests: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)["tests"]
    return tests


def names(handles: list[Handle]) -> list[str]:
    return [handle.name for handle in handles]


def indices(key: str, found: list[Handle]) -> list[dict[str, Any]]:
    return [{key: handle.name, "indices": [handle.start, handle.end]} for handle in found]


def links(text: str) -> list[str]:
    return [text[slice(*span)] for span in find_urls(text)]


def placed_links(text: str) -> list[dict[str, Any]]:
    return [{"url": text[slice(*span)], "indices": [*span]} for span in find_urls(text)]


def outside_links(find: Callable[[str], Any], text: str) -> list[Handle]:
    taken = list(find_urls(text))
    return [h for h in find(text) if not any(a <= h.start < b for a, b in taken)]


def placed_mentions(text: str) -> list[dict[str, Any]]:
    found = [m._replace(end=m.end - len(m.slug)) for m in find_mentions(text)]
    return indices("screen_name", found)


def placed_lists(text: str) -> list[dict[str, Any]]:
    return [
        {"screen_name": m.name, "list_slug": m.slug, "indices": [m.start, m.end]}
        for m in find_mentions(text)
    ]


def answered(text: str) -> str | None:
    """The account that a text answers, as X sees it: the one it begins with."""
    first = next(find_mentions(text), None)
    return first.name if first and not text[: first.start].strip() else None


EXTRACTORS: dict[str, Callable[[str], Any]] = {
    "mentions": lambda text: names(list(find_mentions(text))),
    "mentions_with_indices": placed_mentions,
    "mentions_or_lists_with_indices": placed_lists,
    "replies": answered,
    "urls": links,
    "urls_with_indices": placed_links,
    "urls_with_directional_markers": placed_links,
    "tco_urls_with_params": links,
    "hashtags": lambda text: names(outside_links(find_hashtags, text)),
    "hashtags_from_astral": lambda text: names(list(find_hashtags(text))),
    "hashtags_with_indices": lambda text: indices("hashtag", outside_links(find_hashtags, text)),
    "cashtags": lambda text: names(list(find_cashtags(text))),
    "cashtags_with_indices": lambda text: indices("cashtag", list(find_cashtags(text))),
}
EXTRACT = load("extract.yml")


@pytest.mark.parametrize(
    ("section", "case"),
    [
        pytest.param(section, case, id=f"{section}: {case['description'][:70]}")
        for section, cases in EXTRACT.items()
        for case in cases
    ],
)
def test_what_x_extracts(section: str, case: dict[str, Any]) -> None:
    assert EXTRACTORS[section](case["text"]) == case["expected"]


def test_every_section_of_the_suite_is_run() -> None:
    assert set(EXTRACT) == set(EXTRACTORS)


@pytest.mark.parametrize("kind", ["country", "generic"])
def test_every_top_level_domain_makes_a_link(kind: str) -> None:
    for case in load("tlds.yml")[kind]:
        assert links(case["text"]) == case["expected"]
