"""The recipes of docs/clients.md, as they stand: only the address of the gateway is another one."""

import os
import re
import subprocess
import sys

import pytest

import commands
import gateway as gateways

DOCUMENT = gateways.ROOT / "docs" / "clients.md"
ADDRESS = "http://127.0.0.1:30600"
# What a section runs that may not be installed, and the Python that it needs where it is not this one.
PROGRAMS = {"aws cli": "aws", "s3cmd": "s3cmd", "rclone": "rclone", "mc": "mc"}
OTHER_PYTHON = {"s3fs and pandas": commands.BIN.parents[1] / ".venv-s3fs" / "bin" / "python"}
# Blocks that another test runs.
ELSEWHERE = {"java", "properties"}

_BLOCK = re.compile(r"^## (?P<heading>[^\n]+)$|^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks():
    """Heading, kind and text of every block, in order."""
    heading, found = "", []
    for match in _BLOCK.finditer(DOCUMENT.read_text(encoding="utf-8")):
        if match["heading"]:
            heading = match["heading"]
        else:
            found.append((heading, match["kind"], match["text"]))
    return found


def recipes():
    """The blocks of each section that are run here; those of a section belong together."""
    sections = {}
    for heading, kind, text in blocks()[1:]:
        if kind not in ELSEWHERE:
            sections.setdefault(heading, []).append((kind, text))
    return sections


def run(kind, text, python, environment, folder):
    line = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [str(python), "-c"]}[kind]
    done = subprocess.run(
        [*line, text], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, f"{text}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def environment(open_gateway, tmp_path_factory):
    """What the document's first block leaves set."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    mine = {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PATH": f"{commands.BIN}:{os.environ['PATH']}"}
    _, kind, first = blocks()[0]
    assert kind == "sh" and ADDRESS in first
    said = run("sh", first.replace(ADDRESS, open_gateway.url) + "\nenv -0", sys.executable, mine, home)
    return {**mine, **dict(each.split("=", 1) for each in said.rsplit("\n", 1)[-1].split("\0") if each)}


@pytest.mark.parametrize("section", recipes())
def test_recipe_does_what_it_says(environment, tmp_path, section):
    program = PROGRAMS.get(section)
    if program and not (commands.BIN / program).is_file():
        pytest.skip(f"{program} is not installed in {commands.BIN}: see .ci/run")
    python = OTHER_PYTHON.get(section, sys.executable)
    if not os.path.exists(python):
        pytest.skip(f"there is no {python}: see .ci/run")
    for kind, text in recipes()[section]:
        run(kind, text, python, environment, tmp_path)


def test_every_client_has_a_recipe():
    assert {heading for heading, _, _ in blocks()[1:]} == {
        "aws cli", "boto3", "AWS SDK for Java 2", "minio-java", "minio-py", "pyarrow", "deltalake", "polars", "s3fs and pandas",
        "DuckDB", "s3cmd", "rclone", "mc", "Hadoop S3A", "Spark",
    }  # fmt: skip
    assert {kind for _, kind, _ in blocks()} == {"sh", "python"} | ELSEWHERE
