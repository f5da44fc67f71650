"""What a package that adds rules, a check, a format or a reporter can test itself with."""

from socialint.engine.examples import Outcome
from socialint.testing.drafts import check_format
from socialint.testing.reports import check_reporter, sample_report
from socialint.testing.rules import run_examples

__all__ = ["Outcome", "check_format", "check_reporter", "run_examples", "sample_report"]
