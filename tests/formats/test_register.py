"""Registers of accounts, in the formats that teams keep them in."""

from __future__ import annotations

import pytest

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats import FORMATS, Reading
from socialint.text import Source

ROW = "@quai;LinkedIn;léa;actif;12/01/2026"


def read(suffix: str, text: str, *, explicit: bool = True) -> list[Draft | Problem]:
    return list(FORMATS[suffix](Source(f"accounts{suffix}", text), Reading(explicit=explicit)))


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".yaml", "accounts:\n  - {channel: linkedin, handle: '@quai', owner: léa}\n"),
        (".json", '{"accounts": [{"channel": "linkedin", "handle": "@quai", "owner": "léa"}]}'),
        (".csv", f"Compte;Réseau;Responsable;Statut;Dernier post\n{ROW}\n"),
        (".tsv", "Account\tNetwork\tOwner\n@quai\tLinkedIn\tléa\n"),
        (".yaml", "comptes:\n  - {réseau: linkedin, compte: '@quai', responsable: léa}\n"),
        (".yaml", "brand: Quai\naccounts:\n  - {channel: linkedin, handle: '@quai', owner: léa}\n"),
    ],
)
def test_a_register_holds_accounts_and_no_drafts(suffix: str, text: str) -> None:
    (account,) = read(suffix, text)
    assert isinstance(account, Draft)
    assert (account.kind, account.channels, account.account) == ("account", ("linkedin",), "@quai")
    owner = account.fields["owner"]
    assert owner.value == "léa"
    assert text[slice(*owner.span)].strip('"') == "léa"


def test_what_a_register_says_of_all_accounts_stands_with_each() -> None:
    text = "capacity: {team_size: 2}\naccounts:\n  - {channel: x}\n  - {channel: linkedin}\n"
    found = [item for item in read(".yaml", text) if isinstance(item, Draft)]
    assert [item.number for item in found] == [1, 2]
    assert all(item.fields["capacity"].value == {"team_size": "2"} for item in found)


def test_posts_beside_accounts_are_drafts() -> None:
    (draft,) = read(".yaml", "accounts:\n  - {channel: x}\nposts:\n  - text: Bonjour\n")
    assert isinstance(draft, Draft)
    assert draft.kind == "post"


def test_a_calendar_with_owners_is_none() -> None:
    (draft,) = read(".csv", "Compte;Responsable;Contenu\n@quai;léa;Bonjour\n")
    assert isinstance(draft, Draft)
    assert (draft.kind, draft.text) == ("post", "Bonjour")


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".json", '{"accounts": [{"id": "8123", "owner": "payments", "currency": "EUR"}]}'),
        (".csv", "Account Name,Owner,Revenue\nAcme,Lea,1200\n"),
    ],
)
def test_accounts_of_other_trades_are_passed_over(suffix: str, text: str) -> None:
    assert read(suffix, text, explicit=False) == []
