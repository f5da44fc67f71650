"""What the profile declares of the account that a feed is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from socialint.checks.feed.places import Place
from socialint.profile import Profile, day

Account = Mapping[str, Any]


def account_of(profile: Profile, place: Place) -> Account:
    """The profile's account for the feed; empty where it declares none, or several would do."""
    accounts: list[Account] = profile.get("accounts", [])
    found = [account for account in accounts if _is(account, place)]
    return found[0] if len(found) == 1 else {}


def _is(account: Account, place: Place) -> bool:
    if place.channel and account.get("channel") != place.channel:
        return False
    return not place.account or bare(place.account) in names_of(account)


def names_of(account: Account) -> frozenset[str]:
    """All that a draft may call the account by."""
    return frozenset(
        bare(str(account[key])) for key in ("handle", "id", "name") if account.get(key)
    )


def bare(name: str) -> str:
    """An account's name as it is compared: @Acme is acme."""
    return name.strip().lstrip("@").casefold()


def breaks(profile: Profile, name: str = "breaks") -> Iterator[tuple[date, date]]:
    """The days, both included, of each break that the profile's calendar declares."""
    for each in profile.get(f"calendar.{name}", ()):
        start, end = day(each.get("start")), day(each.get("end") or each.get("start"))
        if start and end:
            yield start, end
