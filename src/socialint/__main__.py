"""`python -m socialint`."""

from socialint.cli import run

if __name__ == "__main__":
    run()
