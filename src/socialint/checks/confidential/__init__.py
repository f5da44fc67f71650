"""What must not be out yet: embargoes, names a brand keeps to itself, leaks told as such."""

from socialint.checks.confidential.check import CONFIDENTIAL

__all__ = ["CONFIDENTIAL"]
