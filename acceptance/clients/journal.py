"""What writers asked for and what they were told, so that a killed gateway can be held to its word.

A writer notes its intent before it sends a request and the answer after it. Writers own their keys, so for each key the state that
must be found is known, but for the one request that was under way when the gateway died: that one may have happened wholly or not
at all, and it alone.
"""

import dataclasses
import threading


@dataclasses.dataclass
class Intent:
    """One request: what each of its keys holds once it is done (None: nothing), and what became of it."""

    changes: dict
    answered: bool = False
    version: str | None = None


class Journal:
    """The requests of one writer, over all rounds."""

    def __init__(self, writer):
        self.writer = writer
        self.state = {}
        self.versions = {}
        self.deletions = []
        self.sequence = 0
        self.pending = None

    def next(self) -> int:
        self.sequence += 1
        return self.sequence

    def intend(self, changes) -> Intent:
        """Notes what is about to be asked for."""
        self.pending = Intent(changes)
        return self.pending

    def acknowledge(self, version):
        """Notes that the pending request was answered with success, and with which version id."""
        for key, content in self.pending.changes.items():
            if version and content is not None:
                self.versions[(key, version)] = content
            if version and content is None and self.state.get(key) is not None:
                self.deletions.append((key, version))
        self.state.update(self.pending.changes)
        self.pending = None

    def refuse(self):
        """Notes that the pending request was answered with a refusal: it must not have happened."""
        self.pending = None

    def settle(self, read):
        """Decides what became of the request that got no answer, by what `read(key)` finds; it must be all of it or none."""
        if self.pending is None:
            return None
        done = [read(key) == content for key, content in self.pending.changes.items()]
        undone = [read(key) == self.state.get(key) for key in self.pending.changes]
        happened = all(done) and not all(undone)
        assert all(done) or all(undone), f"writer {self.writer}: a request was done in part: {self.pending.changes}"
        if all(done):
            self.state.update(self.pending.changes)
        self.pending = None
        return happened


class Crowd:
    """Counts acknowledgements of all writers, and tells when enough have come. Its writers stop when it is ended."""

    def __init__(self, enough):
        self._left = enough
        self._lock = threading.Lock()
        self.reached = threading.Event()
        self.ended = threading.Event()

    def acknowledged(self):
        with self._lock:
            self._left -= 1
            if self._left <= 0:
                self.reached.set()
