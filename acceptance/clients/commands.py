"""Command line clients, run as people run them: with the admin's key, in a home of their own, and tried once."""

import os
import pathlib
import subprocess
import sys

import pytest

import access

BIN = pathlib.Path(sys.executable).parent
_KEPT = ("PATH", "LD_LIBRARY_PATH", "TMPDIR", "SSL_CERT_FILE")


class Command:
    """One client, with the arguments and the environment that all its calls share."""

    def __init__(self, name, home, *leading, **environment):
        program = BIN / name
        # What else is on the path by this name need not be this client: mc is a file manager, too.
        if not program.is_file():
            pytest.skip(f"{name} is not installed in {BIN}: see .ci/run")
        self._line = [str(program), *leading]
        kept = {each: os.environ[each] for each in _KEPT if each in os.environ}
        self._environment = {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **environment}
        self.errors = ""

    def __call__(self, *arguments, expected=0, timeout=900, source=os.devnull):
        """Runs it on the file `source`; answers what it printed, and keeps what it said on stderr."""
        with open(source, "rb") as given:
            done = subprocess.run(
                [*self._line, *map(str, arguments)],
                stdin=given,
                capture_output=True,
                text=True,
                timeout=timeout,
                env=self._environment,
                check=False,
            )
        said = f"{self._line[0]} {arguments}: {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        assert done.returncode == expected, said
        self.errors = done.stderr
        return done.stdout


def aws(gateway, home, **settings):
    """The aws command line; `settings` are lines of its s3 section."""
    config = home / "aws-config"
    # Without the first this cli presigns with V2.
    lines = {"signature_version": "s3v4", **settings}
    section = "".join(f"    {name} = {value}\n" for name, value in lines.items())
    config.write_text(f"[default]\nregion = us-east-1\ns3 =\n{section}", encoding="utf-8")
    return Command(
        "aws",
        home,
        "--endpoint-url",
        gateway.url,
        AWS_ACCESS_KEY_ID=access.ADMIN[0],
        AWS_SECRET_ACCESS_KEY=access.ADMIN[1],
        AWS_CONFIG_FILE=str(config),
        AWS_SHARED_CREDENTIALS_FILE=str(home / "no-credentials"),
        AWS_EC2_METADATA_DISABLED="true",
        AWS_MAX_ATTEMPTS="1",
    )


def s3cmd(gateway, home):
    """s3cmd, path style over plain HTTP."""
    here = f"{gateway.host}:{gateway.port}"
    named = ["--access_key", access.ADMIN[0], "--secret_key", access.ADMIN[1], "--host", here, "--host-bucket", here]
    return Command("s3cmd", home, "--config", "/dev/null", "--no-ssl", "--no-progress", *named)


def rclone(gateway, home):
    """rclone, with the gateway as the remote `gw:`."""
    return Command(
        "rclone",
        home,
        "--config",
        "/dev/null",
        "--retries",
        "1",
        RCLONE_CONFIG_GW_TYPE="s3",
        RCLONE_CONFIG_GW_PROVIDER="Other",
        RCLONE_CONFIG_GW_ENDPOINT=gateway.url,
        RCLONE_CONFIG_GW_REGION="us-east-1",
        RCLONE_CONFIG_GW_ACCESS_KEY_ID=access.ADMIN[0],
        RCLONE_CONFIG_GW_SECRET_ACCESS_KEY=access.ADMIN[1],
        RCLONE_CONFIG_GW_CHUNK_SIZE="8M",
    )


def mc(gateway, home):
    """MinIO's client, with the gateway as the host `gw`."""
    key = f"{access.ADMIN[0]}:{access.ADMIN[1]}"
    return Command("mc", home, "--quiet", "--disable-pager", MC_HOST_gw=f"http://{key}@{gateway.host}:{gateway.port}")
