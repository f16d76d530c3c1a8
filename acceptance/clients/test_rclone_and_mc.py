"""rclone and MinIO's client, written in Go: trees up and down, large files in parts."""

import json
import os
import time

import pytest

import access
import commands
import trees
from uploads import MIB, body

LARGE = 24 * MIB + 7


@pytest.fixture
def rclone(gateway, tmp_path):
    return commands.rclone(gateway, tmp_path)


@pytest.fixture
def mc(gateway, tmp_path):
    return commands.mc(gateway, tmp_path)


@pytest.fixture
def tree(tmp_path):
    """A tree with one file that goes up in parts."""
    made = trees.make(tmp_path / "tree", 60)
    large = made / "large.bin"
    large.write_bytes(body(1, LARGE))
    # S3 tells whole seconds: a file of the same second would seem newer than its upload.
    os.utime(large, (time.time() - 3600,) * 2)
    return made


def test_rclone_copies_a_tree_both_ways_and_finds_it_the_same(rclone, tree, tmp_path):
    remote = f"gw:master.{access.new_repo('rclone')}"
    rclone("mkdir", remote)
    rclone("copy", "--s3-upload-cutoff", "10M", tree, f"{remote}/t")
    rclone("check", "--download", tree, f"{remote}/t")
    rclone("copy", f"{remote}/t", tmp_path / "back")
    assert trees.digests(tmp_path / "back") == trees.digests(tree)
    # What is there already is not sent again.
    rclone("sync", "--stats-one-line", "-v", tree, f"{remote}/t")
    assert "Copied" not in rclone.errors, rclone.errors
    assert json.loads(rclone("size", "--json", f"{remote}/t"))["count"] == len(trees.digests(tree))


def test_rclone_streams_moves_and_deletes(rclone, tree, tmp_path):
    remote = f"gw:master.{access.new_repo('rclone')}"
    rclone("mkdir", remote)
    rclone("rcat", "--streaming-upload-cutoff", "1M", f"{remote}/streamed", source=tree / "large.bin")
    rclone("moveto", "--s3-copy-cutoff", "10M", f"{remote}/streamed", f"{remote}/moved")
    rclone("copyto", f"{remote}/moved", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == body(1, LARGE)
    assert rclone("lsf", remote).split() == ["moved"]
    rclone("delete", remote)
    rclone("rmdir", remote)
    assert remote.removeprefix("gw:") not in rclone("lsf", "gw:")


def test_mc_mirrors_a_tree_both_ways_and_finds_it_the_same(mc, tree, tmp_path):
    bucket = f"gw/master.{access.new_repo('mc')}"
    mc("mb", bucket)
    mc("mirror", tree, f"{bucket}/t")
    assert mc("diff", tree, f"{bucket}/t").strip() == ""
    mc("mirror", f"{bucket}/t", tmp_path / "back")
    assert trees.digests(tmp_path / "back") == trees.digests(tree)
    stat = json.loads(mc("--json", "stat", f"{bucket}/t/large.bin"))
    assert stat["size"] == LARGE
    mc("rm", "--recursive", "--force", f"{bucket}/t")
    assert mc("ls", "--recursive", bucket) == ""


def test_mc_streams_in_parts_and_reads_the_past(mc, tree, tmp_path):
    bucket = f"gw/master.{access.new_repo('mc')}"
    mc("mb", bucket)
    mc("pipe", f"{bucket}/a", source=tree / "large.bin")
    mc("cp", f"{bucket}/a", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == body(1, LARGE)
    version = json.loads(mc("--json", "stat", f"{bucket}/a"))["versionID"]
    (tmp_path / "new").write_bytes(b"new")
    mc("cp", tmp_path / "new", f"{bucket}/a")
    mc("cp", "--version-id", version, f"{bucket}/a", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == body(1, LARGE)
