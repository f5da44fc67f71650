"""Addresses that readers should not be given are told from those made for them."""

from __future__ import annotations

import pytest

from socialint.checks.private_addresses import private_kind


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://docs.google.com/spreadsheets/d/1aB/edit#gid=0", "edit"),
        ("https://docs.google.com/document/u/1/d/1aB/edit", "edit"),
        ("https://docs.google.com/forms/d/e/1FA/viewform", None),
        ("https://docs.google.com/document/d/e/2PA/pub", None),
        ("https://drive.google.com/drive/u/0/my-drive", "edit"),
        ("https://drive.google.com/file/d/1aB/view", None),
        ("https://www.notion.so/mill/Plan-0123456789abcdef0123456789abcdef", "edit"),
        ("https://mill.notion.site/Plan-0123456789abcdef0123456789abcdef", None),
        ("https://www.figma.com/design/aBc/Home", "edit"),
        ("https://www.figma.com/proto/aBc/Home", None),
        ("https://mill.slack.com/archives/C01/p1", "edit"),
        ("https://zoom.us/s/8123?zak=x", "edit"),
        ("https://zoom.us/j/8123?pwd=x", None),
        ("https://teams.microsoft.com/l/meetup-join/19", None),
        ("https://mill.example/wp-admin/post.php?post=3&action=edit", "preview"),
        ("https://mill.example/wp-admin/admin-ajax.php?x=1", None),
        ("https://mill.example/a?preview_id=12", "preview"),
        ("https://www-staging.mill.example", "preview"),
        ("https://staging.mill.example:8443/x", "preview"),
        ("https://deploy-preview-12--mill.netlify.app/", "preview"),
        ("mill.example/staging-a-play", None),
        ("https://stage.mill.example/offres", None),
        ("https://dev.mill.example/api", None),
        ("http://172.16.0.4/x", "machine"),
        ("http://172.32.0.4/x", None),
        ("http://10.1.2.3", "machine"),
        ("http://localhost/x", "machine"),
        ("https://printer.local/", "internal"),
        ("https://x@wiki.corp/", "internal"),
        ("https://wiki.mill.example/a", "internal"),
        ("https://wikimill.example/a", None),
        ("file:///C:/plans", "machine"),
        ("", None),
    ],
)
def test_an_address_is_told_by_its_host_and_path(address: str, kind: str | None) -> None:
    assert private_kind(address, ["wiki.mill.example"]) == kind
