"""The pachd that a gateway is put on: the embedded file system, served as one, or the real one that ACCEPTANCE_PACHD names."""

import os
import re
import socket
import subprocess

import pytest

import gateway as gateways
from waiting import wait_until

ADDRESS = os.environ.get("ACCEPTANCE_PACHD", "")
START_DEADLINE_SECONDS = 120


def _is_listening(address) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(address) == 0


class Served:
    """An embedded file system in a process of its own, which serves it on one port however often it is started."""

    def __init__(self, data):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = probe.getsockname()
        self._process = gateways.Gateway(data, "--pfs-listen", f"{self.address[0]}:{self.address[1]}", "--jdbc-url", f"jdbc:h2:{data}/uploads")
        self._process.start()

    def kill(self):
        self._process.kill()

    def start(self):
        self._process.start()

    def close(self):
        self._process.kill()


class Real:
    """A pachd that is there already. Two commands of the shell kill it and start it again."""

    def __init__(self, address):
        found = re.fullmatch(r"grpc://([^/:]+):(\d+)", address)
        if found is None:
            raise ValueError(f"ACCEPTANCE_PACHD is {address}: it must be grpc://HOST:PORT")
        self.address = found.group(1), int(found.group(2))

    def kill(self):
        self._run("ACCEPTANCE_PACHD_KILL")

    def start(self):
        self._run("ACCEPTANCE_PACHD_START")
        wait_until(lambda: _is_listening(self.address), START_DEADLINE_SECONDS, "pachd listens")

    @staticmethod
    def _run(name):
        if not os.environ.get(name):
            pytest.skip(f"{name} does not say how")
        subprocess.run(os.environ[name], shell=True, check=True, timeout=START_DEADLINE_SECONDS)

    def close(self):
        """It was there before."""


def at_hand(folder):
    """The pachd of this run."""
    return Real(ADDRESS) if ADDRESS else Served(folder / "pachd")
