"""Data about a person: how to reach, pay, find or identify one."""

from socialint.layers.personal.contacts import normalised, public
from socialint.layers.personal.datum import Datum, DatumKind
from socialint.layers.personal.scan import PERSONAL, recognise

__all__ = ["PERSONAL", "Datum", "DatumKind", "normalised", "public", "recognise"]
