"""Own links without the parameters that the profile asks for, or with wrong ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote_plus

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.links.address import Address, read_address
from socialint.checks.links.policy import PREFIX, Policy, is_well_formed, meant, policy_of, slug
from socialint.checks.platforms import posted, written
from socialint.draft import Field, Segment
from socialint.finding import Change, Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.zones import ZONES
from socialint.named import NamedTuple
from socialint.text import Span

Param = tuple[str, str | None]


class Fault(NamedTuple):
    """What is wrong with a link, the parameters that it is about, and the link put right.

    `mended` is None where nobody can tell what it should be; `safe` if nothing is added.
    """

    variant: str
    params: tuple[str, ...]
    mended: str | None
    safe: bool = False


def prepare(params: Params, words: Words) -> Detect:
    return _detect


def _detect(subject: Subject) -> Iterator[Hit]:
    policy, left = policy_of(subject), _left_alone(subject)
    for segment, view in posted(subject):
        zones = view.layer(ZONES)
        for entity in view.layer(ENTITIES):
            if entity.kind != "url" or zones.touches(entity.start, entity.end, "code"):
                continue
            fault = None if entity.text in left else fault_of(entity.text, policy)
            if fault:
                yield _in_text(segment, Span(entity.start, entity.end), entity.text, fault)
        for link in segment.links:
            fault = None if link.url in left else fault_of(link.url, policy)
            if fault and "://" not in segment.text[link.start : link.end]:
                yield _in_text(segment, Span(link.start, link.end), link.url, fault, fixed=False)
    field = subject.draft.fields.get("link")
    if field and isinstance(field.value, str) and field.value not in left:
        fault = fault_of(field.value.strip(), policy)
        if fault:
            yield _in_field(subject, field, field.value.strip(), fault)


def _left_alone(subject: Subject) -> frozenset[str]:
    """Links that the draft says are not to be counted: `{url: …, track: false}`."""
    links = written(subject, "links")
    return frozenset(
        str(link.get("url"))
        for link in (links if isinstance(links, list) else ())
        if isinstance(link, Mapping) and link.get("track") in (False, "false", "no", "non")
    )


def fault_of(url: str, policy: Policy) -> Fault | None:
    """What is wrong with a link, the worst first."""
    address = read_address(url)
    if address is None:
        return None
    if policy.hides(address):
        return Fault("short", (address.host,), None)
    if not policy.is_own(address):
        return None
    return _missing(address, policy) or _wrong(address, policy)


def _missing(address: Address, policy: Policy) -> Fault | None:
    given = {meant(name) for name, value in address.params or () if value}
    lacking = tuple(name for name in policy.required if name not in given)
    if not lacking:
        return None
    mended = None
    if all(policy.expected.get(name) for name in lacking):
        kept = [pair for pair in _right(address, policy) if pair[0] and pair[0] not in lacking]
        added = [(name, policy.expected[name]) for name in lacking]
        mended = str(address._replace(params=(*kept, *added)))
    return Fault("", lacking, mended)


def _wrong(address: Address, policy: Policy) -> Fault | None:
    """Names that are misspelt, values that are not written as values are, or not this draft's."""
    given, spelt, right = address.params or (), _spelt(address, policy), _right(address, policy)
    names = tuple(old[0] for old, new in zip(given, spelt, strict=True) if old != new)
    other = tuple(old[0] for old, new in zip(spelt, right, strict=True) if old != new)
    if not names and not other:
        return None
    mended = str(address._replace(params=right))
    return Fault("spelling" if names else "other", names or other, mended, safe=not other)


def _spelt(address: Address, policy: Policy) -> tuple[Param, ...]:
    """The parameters with their names and values as they should be written."""
    return tuple(_one(name, value, policy) for name, value in address.params or ())


def _right(address: Address, policy: Policy) -> tuple[Param, ...]:
    """The same, with the values that this draft should give."""
    return tuple(
        (name, policy.expected[name] if name in policy.strict else value)
        for name, value in _spelt(address, policy)
    )


def _one(name: str, value: str | None, policy: Policy) -> Param:
    right = meant(name)
    if not right.startswith(PREFIX) or not value:
        return right, value
    if policy.lowercase and not is_well_formed(unquote_plus(value)):
        return right, slug(unquote_plus(value)) or value
    return right, value


def _in_text(segment: Segment, span: Span, url: str, fault: Fault, *, fixed: bool = True) -> Hit:
    changes: tuple[Change, ...] = ()
    if fixed and fault.mended and fault.mended != url:
        changes = (Change(segment, span, fault.mended, fault.safe),)
    return Hit(segment, span, fault.variant, _args(fault), changes=changes)


def _in_field(subject: Subject, field: Field, url: str, fault: Fault) -> Hit:
    raw = subject.draft.source.text[field.span.start : field.span.end]
    at = raw.find(url)
    span = field.span if at < 0 else Span(field.span.start + at, field.span.start + at + len(url))
    changes: tuple[Change, ...] = ()
    if at >= 0 and fault.mended and fault.mended != url:
        changes = (Change(None, span, fault.mended, fault.safe),)
    return Hit(None, span, fault.variant, {**_args(fault), "quote": url}, changes=changes)


def _args(fault: Fault) -> Mapping[str, str]:
    return {"params": ", ".join(fault.params), "mended": fault.mended or "…"}


UNTRACKED_LINK = Check(prepare, wants=("links.own_domains", "links.utm"), args=("params", "mended"))
