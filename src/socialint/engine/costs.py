"""What each rule and each layer of a run costs: the books behind `--profile-rules`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import thread_time
from typing import Any, TypeVar

from socialint.layers.view import Layer, View
from socialint.named import NamedTuple

T = TypeVar("T")
READINGS = 50  # of the clock, the quickest of which tells what each of them takes


class Cost(NamedTuple):
    """A rule, or a layer in brackets: its own processor time in seconds, looks at drafts, hits."""

    name: str
    seconds: float
    looks: int
    hits: int


class ChargedView(View):
    """A view whose layers are charged to a ledger."""

    __slots__ = ("ledger",)

    ledger: Ledger

    def layer(self, layer: Layer[T]) -> T:
        """What `layer` makes of this text."""
        name, memo = layer.name, self._memo
        if name not in memo:
            return self.ledger.charge(f"({name})", partial(View.layer, self, layer))
        found: T = memo[name]
        return found


class Ledger:
    """Adds up costs; what a rule asks of a layer is on the layer's account.

    What it takes to read the clock is on nobody's: a system call may cost more than a look.
    """

    def __init__(self) -> None:
        self._tick = min(-(thread_time() - thread_time()) for _ in range(READINGS))
        self._seconds: dict[str, float] = {}
        self._looks: dict[str, int] = {}
        self._hits: dict[str, int] = {}
        self._within: list[float] = []

    def charge(self, name: str, call: Callable[[], T]) -> T:
        """What `call` answers; its time, without that of charges within it, goes to `name`."""
        self._within.append(0.0)
        start = thread_time()
        try:
            return call()
        finally:
            took = thread_time() - start
            own = took - self._within.pop() - self._tick
            if self._within:
                self._within[-1] += took + self._tick
            self._seconds[name] = self._seconds.get(name, 0.0) + own
            self._looks[name] = self._looks.get(name, 0) + 1

    def look(self, name: str, call: Callable[[], Sequence[T]]) -> Sequence[T]:
        """What `call` finds, on the account of the rule `name`, and counted there."""
        found = self.charge(name, call)
        self._hits[name] = self._hits.get(name, 0) + len(found)
        return found

    def view(self, *given: Any, **more: Any) -> View:
        """A view whose layers are charged."""
        view = ChargedView(*given, **more)
        view.ledger = self
        return view

    def costs(self) -> Iterator[Cost]:
        """The dearest first."""
        for name in sorted(self._seconds, key=lambda name: -self._seconds[name]):
            yield Cost(name, self._seconds[name], self._looks[name], self._hits.get(name, 0))
