"""What a post claims, and what ties it to other versions of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import PurePath

from socialint.checks.check import Record, Subject
from socialint.checks.feed.parcel import each, tied
from socialint.checks.feed.saying import Saying
from socialint.checks.platforms import written
from socialint.lazy import regex
from socialint.named import NamedTuple

# a name that ends in a language: launch-fr, launch.en
_VERSION = regex(r"(.+)[-_. ](?:fr|en)(?:[-_][A-Za-z]{2})?", 2)
_ONE_DRAFT = frozenset({".md", ".markdown", ".txt", ".tweet"})
VERSIONS_WITHIN = timedelta(hours=36)


class Claim(NamedTuple):
    """A post's figures, what ties it to other versions of itself, the links it gives; as marks."""

    post: Saying
    ties: bytes
    links: bytes


def ties(subject: Subject) -> Iterator[str]:
    """What all versions of a post share: its draft, its file's name, its id, and links to them."""
    draft = subject.draft
    if draft.segments and draft.channels:
        yield f"{draft.source.path}#{draft.number}"
    path = PurePath(draft.source.path)
    # of a file with many drafts the first in French need not be the first in English
    if path.suffix.lower() in _ONE_DRAFT and (match := _VERSION.fullmatch(path.stem)):
        yield f"{path.parent}/{match[1]}#{draft.number}"
    if draft.id:
        match = _VERSION.fullmatch(draft.id)
        yield match[1] if match else draft.id
    others = written(subject, "language_links")
    if isinstance(others, Mapping):
        yield from (str(other) for other in others.values())


def keys(claim: Claim) -> Iterator[int]:
    """Hashes of what makes it one with others."""
    if claim.post.campaign:
        yield hash(("campaign", claim.post.campaign))
    yield from each(claim.ties)


def are_versions(one: Record, other: Record) -> bool:
    """Whether two posts in different languages say the same thing."""
    if tied(one.value.ties, other.value.ties):
        return True
    if not (one.when and other.when) or abs(other.when - one.when) > VERSIONS_WITHIN:
        return False
    if tied(one.value.links, other.value.links):
        return True
    before, after = one.value.post, other.value.post
    same = before.campaign and before.campaign == after.campaign
    return bool(same and before.said.names & after.said.names)
