"""Web addresses that only their owners should open: work copies, drafts, machines within."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from socialint.lazy import regex
from socialint.named import NamedTuple

AddressKind = Literal["edit", "preview", "machine", "internal"]


class _Tool(NamedTuple):
    """Where a tool keeps what only its owners open: a host or its end, and how paths begin."""

    host: str
    path: re.Pattern[str]


def _tool(host: str, path: str = "/") -> _Tool:
    return _Tool(host, regex(path, re.IGNORECASE))


# As the tools' own help pages describe them (read in 2026).  Addresses that a tool makes for
# readers (/view, /viewform, /pub, /preview, /proto, notion.site) are not here.
_TOOLS = (
    _tool("docs.google.com", r"/\w+/(?:u/\d+/)?d/[\w-]+/edit|/(?:document|spreadsheets)/u/\d+/$"),
    _tool("drive.google.com", r"/drive/(?:u/\d+/)?(?:my-drive|home|recent|shared-with-me)"),
    _tool("mail.google.com", "/mail/"),
    _tool("analytics.google.com", "/analytics/web"),
    _tool("ads.google.com", "/aw/"),
    _tool("studio.youtube.com", "/(?:video|channel)/"),
    _tool("business.facebook.com", r"/(?:latest|settings|creatorstudio)|.*asset_id="),
    _tool("sharepoint.com", r"/:[a-z]:/|/_layouts/|/personal/|/sites/|/teams/|.*action=edit"),
    _tool("onedrive.live.com", "/edit|.*action=edit"),
    _tool("outlook.office.com", "/mail"),
    _tool("teams.microsoft.com", r"/l/(?:message|channel|chat|file)|/_#"),
    _tool("slack.com", r"/archives/|/client/|/files/"),
    _tool("notion.so", r"/(?:[\w-]+/)?(?:[\w%-]+-)?[0-9a-f]{32}\b"),
    _tool("figma.com", r"/(?:file|design|board|slides)/(?!community)"),
    _tool("canva.com", r"/design/[\w-]+/(?:[\w-]+/)?edit"),
    _tool("airtable.com", r"/app\w{10,}/(?:tbl|viw|wiz|pag)"),
    _tool("app.asana.com", r"/\d/"),
    _tool("app.clickup.com", r"/\d+"),
    _tool("monday.com", "/boards/"),
    _tool("atlassian.net", "/(?:browse|wiki|jira|secure)/"),
    _tool("overleaf.com", r"/project/[0-9a-f]{24}"),
    _tool("dropbox.com", "/(?:home|work|preview)"),
    _tool("zoom.us", r"/s/\d"),
    _tool("admin.mailchimp.com"),
    _tool("hootsuite.com", "/dashboard"),
    _tool("publish.buffer.com"),
    _tool("app.hubspot.com"),
    _tool("lightning.force.com"),
    _tool("app.powerbi.com", "/groups/"),
    _tool("github.com", r"/[\w.-]+/[\w.-]+/edit/"),
)
_BY_HOST = {tool.host: tool for tool in _TOOLS}
MOST_KEPT = 1024  # hosts: an account links to a few again and again
MOST_LABELS = 4  # of the hosts above, or of one below them
_PAGE = regex(
    r"/(?:wp-admin(?!/admin-ajax)|wp-login\.php)|[?&](?:preview(?:_id|_nonce)?=(?:true|\d)|elementor-preview=)",
    re.IGNORECASE,
)
_PREVIEW_HOST = regex(r"deploy-preview-\d+--|-git-[\w-]+\.vercel\.app$")
_WITHIN = (".local", ".internal", ".intranet", ".lan", ".corp", ".home.arpa", ".localdomain")
_SITES = frozenset(["staging", "stg", "preprod", "pprod", "preprd", "preproduction", "uat"])
_INTRANET = "intranet"
_NUMBERS = regex(
    r"(?:127|10)(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}"
    r"|169\.254(?:\.\d{1,3}){2}|0\.0\.0\.0"
)
_ADDRESS = regex(
    r"(?:[a-z][a-z\d+.-]{1,10}:)?(?://)?(?:[^\s/@]+@)?(?P<host>[^\s/:?#@]*)(?::\d+)?(?P<path>\S*)",
    re.IGNORECASE,
)


def private_kind(address: str, domains: Sequence[str] = ()) -> AddressKind | None:
    """What an address is that should not be given to readers; None for any other.

    `domains` are those that the brand declares internal.  edit: where a tool lets its owners
    work; preview: a page or a site before it is out; machine: one's own machine or network;
    internal: a network within, or a declared domain.
    """
    found = _ADDRESS.match(address)
    host = found["host"].lower().rstrip(".") if found else ""
    if not found or not host:
        return "machine" if address[:8].lower() == "file:///" else None
    if domains and any(is_under(host, domain) for domain in domains):
        return "internal"
    return _of_host(host) or _of_page(host, found["path"] or "/")


def is_under(host: str, domain: str) -> bool:
    """Whether `host` is the domain or one below it."""
    domain = domain.lower().lstrip("*.")
    return host == domain or host.endswith(f".{domain}")


@lru_cache(maxsize=MOST_KEPT)
def _of_host(host: str) -> AddressKind | None:
    if host.endswith("localhost") and is_under(host, "localhost"):
        return "machine"
    if host[-1:].isdecimal() and _NUMBERS.fullmatch(host):
        return "machine"
    if host.endswith(_WITHIN):
        return "internal"
    words = host.rpartition(".")[0].replace("-", ".").split(".")
    if not _SITES.isdisjoint(words):
        return "preview"
    if _INTRANET in words:
        return "internal"
    return "preview" if "-" in host and _PREVIEW_HOST.search(host) else None


def _of_page(host: str, path: str) -> AddressKind | None:
    if any(tool.path.match(path) for tool in _tools_of(host)):
        return "edit"
    hinted = "wp-" in path or "preview" in path
    return "preview" if hinted and _PAGE.search(path) else None


@lru_cache(maxsize=MOST_KEPT)
def _tools_of(host: str) -> Sequence[_Tool]:
    labels = host.split(".")
    firsts = range(max(len(labels) - MOST_LABELS, 0), len(labels) - 1)
    ends = [".".join(labels[first:]) for first in firsts]
    return [_BY_HOST[end] for end in ends if end in _BY_HOST]
