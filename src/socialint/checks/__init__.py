"""The built-in checks, by name: the one table that a new check is entered in."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.checks.check import AnyCheck
from socialint.checks.copy_paste import COPY_PASTE
from socialint.checks.hashtag_case import HASHTAG_CASE
from socialint.checks.leftovers import LEFTOVERS
from socialint.checks.link_dead_on_channel import LINK_DEAD_ON_CHANNEL
from socialint.checks.missing_alt_text import MISSING_ALT_TEXT
from socialint.checks.missing_objective import MISSING_OBJECTIVE
from socialint.checks.non_apology import NON_APOLOGY
from socialint.checks.noticed import NOTICED
from socialint.checks.over_length import OVER_LENGTH
from socialint.checks.patterns import PATTERNS
from socialint.checks.personal import PERSONAL_DATA
from socialint.checks.phrases import PHRASES
from socialint.checks.secrets import SECRET_LINKS
from socialint.checks.shouting import SHOUTING
from socialint.checks.too_many_hashtags import TOO_MANY_HASHTAGS
from socialint.checks.unknown_channel import UNKNOWN_CHANNEL
from socialint.checks.unreadable_characters import UNREADABLE_CHARACTERS
from socialint.checks.unsourced_statistic import UNSOURCED_STATISTIC
from socialint.checks.vague_authority import VAGUE_AUTHORITY
from socialint.lazy import Table

CHECKS: Mapping[str, AnyCheck] = Table(
    {
        "copy-paste": "socialint.checks.copy_paste:COPY_PASTE",
        "leftovers": "socialint.checks.leftovers:LEFTOVERS",
        "link-dead-on-channel": "socialint.checks.link_dead_on_channel:LINK_DEAD_ON_CHANNEL",
        "missing-alt-text": "socialint.checks.missing_alt_text:MISSING_ALT_TEXT",
        "missing-objective": "socialint.checks.missing_objective:MISSING_OBJECTIVE",
        "mixed-address": "socialint.checks.address.mixed:MIXED_ADDRESS",
        "non-apology": "socialint.checks.non_apology:NON_APOLOGY",
        "noticed": "socialint.checks.noticed:NOTICED",
        "over-length": "socialint.checks.over_length:OVER_LENGTH",
        "patterns": "socialint.checks.patterns:PATTERNS",
        "personal-data": "socialint.checks.personal:PERSONAL_DATA",
        "phrases": "socialint.checks.phrases:PHRASES",
        "secret-links": "socialint.checks.secrets:SECRET_LINKS",
        "shouting": "socialint.checks.shouting:SHOUTING",
        "too-many-hashtags": "socialint.checks.too_many_hashtags:TOO_MANY_HASHTAGS",
        "unknown-channel": "socialint.checks.unknown_channel:UNKNOWN_CHANNEL",
        "unreadable-characters": "socialint.checks.unreadable_characters:UNREADABLE_CHARACTERS",
        "unsourced-statistic": "socialint.checks.unsourced_statistic:UNSOURCED_STATISTIC",
        "vague-authority": "socialint.checks.vague_authority:VAGUE_AUTHORITY",
        "copy-paste": COPY_PASTE,
        "hashtag-case": HASHTAG_CASE,
        "leftovers": LEFTOVERS,
        "link-dead-on-channel": LINK_DEAD_ON_CHANNEL,
        "missing-alt-text": MISSING_ALT_TEXT,
        "missing-objective": MISSING_OBJECTIVE,
        "mixed-address": MIXED_ADDRESS,
        "non-apology": NON_APOLOGY,
        "noticed": NOTICED,
        "over-length": OVER_LENGTH,
        "patterns": PATTERNS,
        "personal-data": PERSONAL_DATA,
        "phrases": PHRASES,
        "secret-links": SECRET_LINKS,
        "shouting": SHOUTING,
        "too-many-hashtags": TOO_MANY_HASHTAGS,
        "unknown-channel": UNKNOWN_CHANNEL,
        "unreadable-characters": UNREADABLE_CHARACTERS,
        "unsourced-statistic": UNSOURCED_STATISTIC,
        "vague-authority": VAGUE_AUTHORITY,
    }
)
