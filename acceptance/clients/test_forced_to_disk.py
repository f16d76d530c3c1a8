"""The system calls of one PUT: the bytes, their folder and the log are forced to disk before the answer goes out."""

import os
import re
import shutil
import subprocess
import threading

import pytest

import access

ATTACH_DEADLINE_SECONDS = 30
SIZE = 4_000_000

_FORCED = re.compile(r"\b(?:fsync|fdatasync)\(\d+<([^>]*)>(?:\)|.*unfinished)")
_ANSWERED = re.compile(r"\b(?:write|writev|sendto|sendmsg)\(\d+<(?:socket|TCP)[^\n]*HTTP/1\.1 200")


class Trace:
    """strace on a running gateway, between attaching and detaching."""

    def __init__(self, pid, log):
        self._log = log
        self._process = subprocess.Popen(
            ["strace", "-f", "-yy", "-s", "64", "-o", str(log), "-p", str(pid)]
            + ["-e", "trace=fsync,fdatasync,write,writev,sendto,sendmsg"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._attached = threading.Event()
        self.said = ""
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self):
        for line in self._process.stderr:
            self.said += line
            if "attached" in line:
                self._attached.set()
        self._attached.set()

    def attached(self) -> bool:
        return self._attached.wait(ATTACH_DEADLINE_SECONDS) and self._process.poll() is None

    def lines(self) -> list:
        """Detaches; answers the calls in the order in which they were made."""
        self._process.terminate()
        self._process.wait(ATTACH_DEADLINE_SECONDS)
        return self._log.read_text(encoding="utf-8", errors="replace").splitlines()


@pytest.fixture
def traced(start, tmp_path):
    """A gateway with a bucket, under strace."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    gateway = start()
    access.client(gateway.url).create_bucket(Bucket="master.traced")
    trace = Trace(gateway.process.pid, tmp_path / "trace")
    if not trace.attached():
        pytest.skip(f"strace may not attach here: {trace.said.strip()}")
    yield gateway, trace
    trace.lines()


def forced_before_the_answer(trace) -> list:
    """The paths that were forced before the answer was written."""
    paths = []
    for line in trace.lines():
        if _ANSWERED.search(line):
            return paths
        forced = _FORCED.search(line)
        if forced:
            paths.append(forced.group(1))
    raise AssertionError("no answer was written")


def test_large_body_its_folder_and_the_log_are_forced_before_the_answer(traced):
    gateway, trace = traced
    access.client(gateway.url).put_object(Bucket="master.traced", Key="a", Body=b"x" * SIZE)
    paths = forced_before_the_answer(trace)
    blobs = [path for path in paths if os.path.isfile(path) and not path.endswith(".log")]
    assert len(blobs) == 1 and os.path.getsize(blobs[0]) >= SIZE, paths
    blob = paths.index(blobs[0])
    assert os.path.dirname(blobs[0]) in paths[blob:], "the blob's folder was not forced after it"
    folder = paths.index(os.path.dirname(blobs[0]), blob)
    assert any(path.endswith(".log") for path in paths[folder:]), "the log was not forced after the blob's folder"


def test_small_body_is_forced_with_the_log_before_the_answer(traced):
    gateway, trace = traced
    access.client(gateway.url).put_object(Bucket="master.traced", Key="a", Body=b"small")
    assert [path for path in forced_before_the_answer(trace) if path.endswith(".log")]
