"""`python -m socialint`."""

import sys

# a repository that is checked must not bring modules of its own: this is its folder
if not sys.flags.safe_path:
    del sys.path[0]

from socialint.cli import run

if __name__ == "__main__":
    run()
