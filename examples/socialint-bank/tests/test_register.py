from __future__ import annotations

from socialint_bank.register import report_register

from socialint.testing import check_reporter


def test_the_register_is_fit_to_be_kept() -> None:
    assert "phone-number;posts/launch.md;6;error\n" in check_reporter(report_register)
