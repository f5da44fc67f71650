"""Data about a person: how to reach, pay, find or identify one."""

from socialint.layers.personal.contacts import normalised, public
from socialint.layers.personal.datum import Datum, DatumKind
from socialint.layers.personal.mails import is_personal_mail
from socialint.layers.personal.phones import is_mobile
from socialint.layers.personal.scan import PERSONAL, recognise

__all__ = [
    "PERSONAL",
    "Datum",
    "DatumKind",
    "is_mobile",
    "is_personal_mail",
    "normalised",
    "public",
    "recognise",
]
