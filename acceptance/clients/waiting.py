"""Waiting for what the gateway does in its own time, with an end to the patience."""

import contextlib
import os
import time


def wait_until(happened, deadline_seconds, what):
    """Polls until `happened()`; fails, saying what did not come about, when the deadline passes."""
    end = time.monotonic() + deadline_seconds
    while not happened():
        assert time.monotonic() < end, f"not within {deadline_seconds} s: {what}"
        time.sleep(0.05)


def stored(folder) -> int:
    """How many bytes the files below a folder take on disk."""
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            # The gateway may remove a file while this walks.
            with contextlib.suppress(FileNotFoundError):
                total += os.stat(os.path.join(path, name)).st_blocks * 512
    return total


def blobs(data) -> int:
    """How many bytes of contents a data folder holds, those that are small enough to be in its log not counted."""
    total = 0
    for path, _, names in os.walk(os.path.join(data, "blobs")):
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                total += os.stat(os.path.join(path, name)).st_size
    return total
