"""What a run measured: shown at the end of the run, never asserted, since machines differ."""

import os

_lines = []

FULL = os.environ.get("ACCEPTANCE_FULL", "") not in ("", "0")


def record(text: str):
    """Keeps a line for the end of the run."""
    _lines.append(text)


def recorded() -> list:
    return list(_lines)


def amount(name: str, usual: int, full: int) -> int:
    """How much of something a suite does: the variable `name`, else the usual amount, or the full one with ACCEPTANCE_FULL=1."""
    given = os.environ.get(name)
    return int(given) if given else (full if FULL else usual)
