"""What is fuzzed: every format, loader, syntax and output, each with what must hold of it."""

from __future__ import annotations

from collections.abc import Mapping

from fuzzing import drafts, loaders, outputs, whole
from fuzzing.target import Target

TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (*drafts.TARGETS, *loaders.TARGETS, *outputs.TARGETS, *whole.TARGETS)
}
