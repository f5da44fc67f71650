"""What the readers of figures and dates look at, and what they answer."""

from __future__ import annotations

from socialint.layers.entities.entity import Entity, EntityKind
from socialint.layers.fold import Folded
from socialint.named import NamedTuple


class Page(NamedTuple):
    """A text, its folding, and the language it is in, if known."""

    text: str
    folded: Folded
    lang: str | None = None

    def is_capital(self, place: int) -> bool:
        """Whether the character at this folded offset is a capital in the original."""
        return self.text[self.folded.span(place, place + 1).start].isupper()


class Gap(NamedTuple):
    """Where a reader may look: a digit at `place`, and the folded offsets it must stay within."""

    floor: int
    place: int
    limit: int


class Found(NamedTuple):
    """An entity in folded offsets."""

    kind: EntityKind
    start: int
    end: int
    norm: str = ""
    value: float | None = None
    unit: str = ""

    def entity(self, page: Page) -> Entity:
        """The entity where it stands in the original."""
        start, end = page.folded.span(self.start, self.end)
        text = page.text[start:end]
        return Entity(self.kind, start, end, text, self.norm, self.value, self.unit)
