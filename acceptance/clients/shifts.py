"""Writers that stay at work while something under them breaks and comes back."""

import concurrent.futures
import contextlib
import itertools
import threading
import time

import botocore.exceptions

from upload_writers import UploadWriter, is_late
from writers import Writer

_PAUSE_SECONDS = 0.2
_PASSING = ("ServiceUnavailable", "SlowDown", "OperationAborted")


class Progress:
    """Counts what was answered with success; `ended` tells the writers to stop."""

    def __init__(self):
        self.ended = threading.Event()
        self.reached = threading.Event()
        self._count = 0
        self._changed = threading.Condition()

    def acknowledged(self):
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def await_more(self, answers, deadline_seconds):
        """Waits for so many more answers."""
        with self._changed:
            enough = self._count + answers
            came = self._changed.wait_for(lambda: self._count >= enough, deadline_seconds)
        assert came, f"only {self._count - enough + answers} of {answers} answers within {deadline_seconds} s"


class Shift:
    """Some writers of small objects, and some of uploads. One whose request got no answer goes on with keys of its own, since what
    became of that request is told by its key later."""

    def __init__(self, writers, uploaders):
        self.writers = []
        self.uploaders = [UploadWriter(number) for number in range(uploaders)]
        self.unavailable = 0
        self._at_once = writers
        self._numbers = itertools.count()

    @contextlib.contextmanager
    def at_work(self, gateway):
        """Within the block they write; a failure of any of them is one of the block."""
        progress = Progress()
        with concurrent.futures.ThreadPoolExecutor(self._at_once + len(self.uploaders)) as pool:
            running = [pool.submit(self._write, gateway, progress) for _ in range(self._at_once)]
            running += [pool.submit(self._upload, gateway, progress, each) for each in self.uploaders]
            try:
                yield progress
            finally:
                progress.ended.set()
                for each in running:
                    each.result()

    def _write(self, gateway, progress):
        while not progress.ended.is_set():
            writer = Writer(next(self._numbers))
            self.writers.append(writer)
            writer.run(gateway.url, progress)
            self._rest(progress)

    def _upload(self, gateway, progress, writer):
        while not progress.ended.is_set():
            try:
                writer.run(gateway.url, progress)
            except botocore.exceptions.ClientError as refusal:
                status = refusal.response["ResponseMetadata"]["HTTPStatusCode"]
                # What came too late for a status, in the body of a 200, boto3 tells as a 500.
                late = is_late(refusal.response) and refusal.response["Error"]["Code"] in _PASSING
                assert late or status in (409, 503), refusal.response
            self._rest(progress)

    def _rest(self, progress):
        self.unavailable += 1
        progress.ended.wait(_PAUSE_SECONDS)


def timed(action) -> float:
    """How many seconds something takes."""
    before = time.monotonic()
    action()
    return time.monotonic() - before
