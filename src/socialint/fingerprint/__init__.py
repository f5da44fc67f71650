"""A voice measured: how a brand writes when its posts are approved, per language and channel."""

from socialint.fingerprint.compare import Difference, Verdict, compare
from socialint.fingerprint.learn import Sample, learn
from socialint.fingerprint.measures import FEATURES, SYLLABLES, Counts, measured, rates
from socialint.fingerprint.voice import Fingerprint, Voice

__all__ = [
    "FEATURES",
    "SYLLABLES",
    "Counts",
    "Difference",
    "Fingerprint",
    "Sample",
    "Verdict",
    "Voice",
    "compare",
    "learn",
    "measured",
    "rates",
]
