"""The built-in checks, by name: the one table that a new check is entered in."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.checks.check import AnyCheck
from socialint.lazy import Table

CHECKS: Mapping[str, AnyCheck] = Table(
    {
        "address-form": "socialint.checks.address.form:ADDRESS_FORM",
        "affiliation": "socialint.checks.disclosure.affiliation:AFFILIATION",
        "claim-disagreement": "socialint.checks.ledger.feed:DISAGREEMENT",
        "confidential": "socialint.checks.confidential:CONFIDENTIAL",
        "contest-terms": "socialint.checks.disclosure.contest:CONTEST",
        "contradictory-facts": "socialint.checks.feed.facts:CONTRADICTORY_FACTS",
        "contractions": "socialint.checks.voice.contractions:CONTRACTIONS",
        "canned-reply": "socialint.checks.conversation.canned:CANNED",
        "copy-paste": "socialint.checks.copy_paste:COPY_PASTE",
        "date-contradiction": "socialint.checks.days:DATE_CONTRADICTION",
        "dimensions": "socialint.checks.voice.dimensions:DIMENSIONS_OFF",
        "engagement-bait": "socialint.checks.engagement_bait:ENGAGEMENT_BAIT",
        "evasion": "socialint.checks.conversation.evasion:EVASION",
        "fingerprint-outlier": "socialint.checks.voice.outlier:OUTLIER",
        "hashtag-case": "socialint.checks.hashtag_case:HASHTAG_CASE",
        "hidden-key-message": "socialint.checks.hidden_key_message:HIDDEN_KEY_MESSAGE",
        "identical-copy": "socialint.checks.feed.identical:IDENTICAL_COPY",
        "irregular-cadence": "socialint.checks.feed.cadence:IRREGULAR_CADENCE",
        "language-off": "socialint.checks.voice.language:LANGUAGE_OFF",
        "leftovers": "socialint.checks.leftovers:LEFTOVERS",
        "ledger": "socialint.checks.ledger.check:LEDGER",
        "link-dead-on-channel": "socialint.checks.link_dead_on_channel:LINK_DEAD_ON_CHANNEL",
        "missing-alt-text": "socialint.checks.missing_alt_text:MISSING_ALT_TEXT",
        "missing-disclosure": "socialint.checks.disclosure.missing:MISSING",
        "missing-objective": "socialint.checks.missing_objective:MISSING_OBJECTIVE",
        "mixed-address": "socialint.checks.address.mixed:MIXED_ADDRESS",
        "moves": "socialint.checks.moves:MOVES",
        "near-duplicate": "socialint.checks.feed.near:NEAR_DUPLICATE",
        "non-apology": "socialint.checks.non_apology:NON_APOLOGY",
        "noticed": "socialint.checks.noticed:NOTICED",
        "one-way-feed": "socialint.checks.feed.one_way:ONE_WAY_FEED",
        "over-length": "socialint.checks.over_length:OVER_LENGTH",
        "patterns": "socialint.checks.patterns:PATTERNS",
        "personal-data": "socialint.checks.personal:PERSONAL_DATA",
        "phrases": "socialint.checks.phrases:PHRASES",
        "price-basis": "socialint.checks.disclosure.price_basis:PRICE_BASIS",
        "promo-ratio": "socialint.checks.feed.promo:PROMO_RATIO",
        "readability": "socialint.checks.readability:READABILITY_OFF",
        "register": "socialint.checks.voice.register:REGISTER",
        "regulated": "socialint.checks.regulated:REGULATED",
        "regulated-in-sector": "socialint.checks.regulated:REGULATED_IN_SECTOR",
        "secret-links": "socialint.checks.secrets:SECRET_LINKS",
        "sector-mention": "socialint.checks.disclosure.sector_mention:SECTOR_MENTION",
        "shouting": "socialint.checks.shouting:SHOUTING",
        "slot-collision": "socialint.checks.feed.collision:SLOT_COLLISION",
        "too-many-hashtags": "socialint.checks.too_many_hashtags:TOO_MANY_HASHTAGS",
        "unknown-channel": "socialint.checks.unknown_channel:UNKNOWN_CHANNEL",
        "unlabelled-pictures": "socialint.checks.disclosure.pictures:PICTURES",
        "unreadable-characters": "socialint.checks.unreadable_characters:UNREADABLE_CHARACTERS",
        "unsourced-statistic": "socialint.checks.unsourced_statistic:UNSOURCED_STATISTIC",
        "untracked-link": "socialint.checks.links:UNTRACKED_LINK",
        "vague-authority": "socialint.checks.vague_authority:VAGUE_AUTHORITY",
        "vocabulary": "socialint.checks.voice.vocabulary:VOCABULARY",
        "voice-drift": "socialint.checks.voice.drift:DRIFT",
        "voice-limits": "socialint.checks.voice.limits:LIMITS",
        "weak-disclosure": "socialint.checks.disclosure.weak:WEAK",
    }
)
