"""pachctl, Pachyderm's own command line, on the same files as the S3 clients. PACHCTL, or the path, says where it is."""

import json
import os
import re
import shutil
import subprocess

import boto3
import pytest
from botocore.config import Config

import gateway as gateways
import trees
from uploads import MIB, body


class Pachctl:
    """Runs pachctl in a home of its own, with the metrics that it sends home switched off."""

    def __init__(self, program, address, home):
        self._program = program
        self._environment = {**os.environ, "HOME": str(home), "PACHD_ADDRESS": address}
        folder = home / ".pachyderm"
        folder.mkdir(parents=True)
        contexts = {"active_context": "here", "contexts": {"here": {}}, "metrics": False}
        (folder / "config.json").write_text(json.dumps({"user_id": "0" * 32, "v2": contexts}), encoding="utf-8")

    def __call__(self, *arguments, given=b"", expected=0):
        done = self.run(*arguments, given=given)
        assert done.returncode == expected, f"{arguments}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        return done.stdout.decode()

    def refused(self, *arguments):
        """What it says when it fails."""
        done = self.run(*arguments)
        assert done.returncode != 0, f"{arguments} succeeded:\n{done.stdout}"
        return done.stderr.decode()

    def run(self, *arguments, given=b""):
        return subprocess.run(
            [self._program, *map(str, arguments)],
            input=given,
            capture_output=True,
            env=self._environment,
            timeout=120,
            check=False,
        )

    def files(self, place):
        """The paths that it lists at a place."""
        return [line.split("\t")[1] for line in self("list", "file", place).splitlines()[1:]]


@pytest.fixture
def served(start):
    return start("--pfs-listen", "127.0.0.1:0")


@pytest.fixture
def pachctl(served, tmp_path):
    program = os.environ.get("PACHCTL") or shutil.which("pachctl")
    if not program:
        pytest.skip("no pachctl: set PACHCTL to one, or put it on the path")
    address = re.search(r"pfs_v2\s+(grpc://\S+)", served.text()).group(1)
    return Pachctl(program, address, tmp_path / "home")


@pytest.fixture
def s3(served):
    return boto3.client(
        "s3",
        endpoint_url=served.url,
        region_name="us-east-1",
        aws_access_key_id="any",
        aws_secret_access_key="any",
        config=Config(s3={"addressing_style": "path"}),
    )


def test_puts_gets_appends_and_overwrites(pachctl):
    assert "pfs-s3-gateway" in pachctl("version")
    pachctl("create", "repo", "images")
    pachctl("put", "file", "images@master:/a.txt", given=b"one\n")
    pachctl("put", "file", "images@master:/a.txt", "--append", given=b"two\n")
    assert pachctl("get", "file", "images@master:/a.txt") == "one\ntwo\n"
    pachctl("put", "file", "images@master:/a.txt", given=b"three\n")
    assert pachctl("get", "file", "images@master:/a.txt") == "three\n"
    assert pachctl("get", "file", "images@master^:/a.txt") == "one\ntwo\n"
    assert "not found" in pachctl.refused("get", "file", "images@master:/none")


def test_takes_a_tree_up_and_down(pachctl, tmp_path):
    # Of names that Pachyderm takes, which are printable ASCII without the characters of patterns.
    tree = tmp_path / "tree"
    for number in range(40):
        path = tree / f"dir-{number % 3}" / f"name {number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body(number, number * 997))
    (tree / "large.bin").write_bytes(body(1, 5 * MIB + 3))
    pachctl("create", "repo", "trees")
    pachctl("put", "file", "--recursive", "trees@master:/t", "-f", tree)
    pachctl("get", "file", "--recursive", "trees@master:/t", "-o", tmp_path / "back")
    assert trees.digests(tmp_path / "back") == trees.digests(tree)
    pachctl("copy", "file", "trees@master:/t", "trees@master:/copied")
    pachctl("delete", "file", "--recursive", "trees@master:/t")
    assert pachctl.files("trees@master") == ["/copied/"]
    assert "/copied/large.bin" in pachctl("glob", "file", "trees@master:/copied/*")


def test_starts_and_finishes_commits(pachctl):
    pachctl("create", "repo", "open")
    begun = pachctl("start", "commit", "open@master").strip()
    pachctl("put", "file", "open@master:/f", given=b"inside")
    assert pachctl("get", "file", f"open@{begun}:/f") == "inside"
    assert "has not been finished" in pachctl.refused("start", "commit", "open@master")
    pachctl("finish", "commit", "open@master", "-m", "why")
    shown = json.loads(pachctl("inspect", "commit", f"open@{begun}", "--raw"))
    assert shown["description"] == "why" and shown["finished"]
    assert "has already finished" in pachctl.refused("finish", "commit", f"open@{begun}")
    assert pachctl("find", "commit", "open@master:/f").split()[-1] == begun


def test_branches_from_old_commits(pachctl):
    pachctl("create", "repo", "branched")
    for text in (b"one", b"two"):
        pachctl("put", "file", "branched@master:/f", given=text)
    pachctl("create", "branch", "branched@old", "--head", "master^")
    assert pachctl("get", "file", "branched@old:/f") == "one"
    pachctl("delete", "branch", "branched@old")
    pachctl("delete", "repo", "branched")
    assert "branched" not in pachctl("list", "repo")


def test_sees_what_s3_clients_see(pachctl, s3):
    s3.create_bucket(Bucket="master.shared")
    s3.put_object(Bucket="master.shared", Key="dir/from-s3", Body=b"s3", ContentType="text/x-note")
    assert pachctl("get", "file", "shared@master:/dir/from-s3") == "s3"
    pachctl("put", "file", "shared@master:/dir/from-pachctl", given=b"pachctl")
    pachctl("copy", "file", "shared@master:/dir/from-s3", "shared@master:/copied")
    assert s3.get_object(Bucket="master.shared", Key="dir/from-pachctl")["Body"].read() == b"pachctl"
    assert s3.get_object(Bucket="master.shared", Key="copied")["ContentType"] == "text/x-note"
    pachctl("start", "commit", "shared@master")
    buckets = [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]
    assert buckets == ["master.shared"]


def test_leaves_a_sound_folder(pachctl, served):
    pachctl("create", "repo", "checked")
    pachctl("put", "file", "checked@master:/f", given=b"text")
    pachctl("start", "commit", "checked@master")
    pachctl("fsck")
    assert served.stop() == 0
    assert gateways.check(served.data).returncode == 0
