"""The gateway as a user starts it: `java -jar`, in a folder of its own, on a port that it picks itself."""

import os
import pathlib
import re
import shutil
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
JAR = pathlib.Path(os.environ.get("GATEWAY_JAR", ROOT / "bootstrap" / "target" / "pfs-s3-gateway.jar"))
START_DEADLINE_SECONDS = 60
STOP_DEADLINE_SECONDS = 60

# Answers more options for the gateway on a data folder; the suites set it when they run on another bookkeeping.
bookkeeping = None

_ADDRESS = re.compile(r"(https?)://([0-9A-Za-z.\[\]:-]+?):(\d+)")


def java() -> str:
    """The java that runs the gateway: GATEWAY_JAVA, else the first on the path."""
    found = os.environ.get("GATEWAY_JAVA") or shutil.which("java")
    if not found:
        raise RuntimeError("no java: set GATEWAY_JAVA to one, or put it on the path")
    return found


def command(*arguments, jvm=()) -> list:
    """The command line for the jar with these arguments."""
    return [java(), *jvm, "-jar", str(JAR), *map(str, arguments)]


def run(*arguments, environment=None, timeout=60) -> subprocess.CompletedProcess:
    """Runs the jar to its end, with what it printed as text."""
    return subprocess.run(
        command(*arguments),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        env=_environment(environment),
        check=False,
    )


def start_process(*arguments) -> subprocess.Popen:
    """Starts the jar and leaves it running; what it prints is dropped."""
    return subprocess.Popen(
        command(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(None),
    )


def check(data) -> subprocess.CompletedProcess:
    """Runs the gateway's own check of a data folder that nothing has open."""
    return run("check", "--data", data, timeout=600)


def _environment(extra) -> dict:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PFS_GATEWAY_", "PACHD_"))}
    return {**kept, **(extra or {})}


class Gateway:
    """One process on one data folder. Starting waits for the banner; killing leaves the folder as it is."""

    def __init__(self, data, *options, jvm=(), listen="127.0.0.1:0", environment=None):
        self.data = pathlib.Path(data)
        self.options = options
        self.jvm = jvm
        self.listen = listen
        self.environment = environment
        self.log = []
        self.process = None
        self.scheme = "http"
        self.host = ""
        self.port = 0
        self.started_in_seconds = 0.0

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.kill()

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"

    def start(self):
        """Starts the process and waits until its banner names the address that it serves."""
        arguments = ["--data", self.data, "--admin-listen", "off", *self.options]
        if bookkeeping and "--jdbc-url" not in self.options:
            arguments += bookkeeping(self.data)
        if self.listen:
            arguments += ["--listen", self.listen]
        before = time.monotonic()
        self.process = subprocess.Popen(
            command(*arguments, jvm=self.jvm),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=_environment(self.environment),
        )
        announced = threading.Event()
        threading.Thread(target=self._drain, args=(self.process, announced), daemon=True).start()
        if not announced.wait(START_DEADLINE_SECONDS) or not self.port:
            self.kill()
            raise RuntimeError(f"the gateway did not announce an address:\n{self.text()}")
        self.started_in_seconds = time.monotonic() - before
        return self

    def _drain(self, process, announced):
        for line in process.stdout:
            self.log.append(line)
            found = _ADDRESS.search(line)
            if found and not announced.is_set():
                self.scheme, self.host, self.port = found.group(1), found.group(2), int(found.group(3))
                announced.set()
        announced.set()

    def text(self) -> str:
        """What the process printed, all starts of this object together."""
        return "".join(list(self.log))

    def kill(self):
        """SIGKILL: the process has no chance to tidy anything."""
        self._end(subprocess.Popen.kill)

    def stop(self) -> int:
        """SIGTERM, as an operator stops it; answers the exit code."""
        return self._end(subprocess.Popen.terminate)

    def _end(self, how) -> int:
        process, self.port = self.process, 0
        if process is None:
            return 0
        if process.poll() is None:
            how(process)
        try:
            return process.wait(STOP_DEADLINE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise

    def restart(self):
        """Starts again on the same folder, on a new port."""
        self.kill()
        return self.start()
