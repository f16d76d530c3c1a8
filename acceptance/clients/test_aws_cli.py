"""The aws command line, as people type it."""

import json
import os

import pytest
import requests

import access
import commands
import figures
import trees
from uploads import MIB, body

FILES = figures.amount("ACCEPTANCE_TREE_FILES", usual=300, full=5_000)


@pytest.fixture
def aws(gateway, tmp_path):
    """Runs `aws` with the admin's key; answers what it printed."""
    return commands.aws(gateway, tmp_path)


@pytest.fixture
def uri(aws):
    name = f"master.{access.new_repo('cli')}"
    assert name in aws("s3", "mb", f"s3://{name}")
    return f"s3://{name}"


def test_made_bucket_is_listed(aws, uri):
    assert uri.removeprefix("s3://") in aws("s3", "ls")


@pytest.mark.timeout(1800)
def test_tree_goes_up_and_comes_down_the_same(aws, uri, tmp_path):
    tree = trees.make(tmp_path / "tree", FILES)
    moved = aws("s3", "sync", "--no-progress", tree, f"{uri}/t")
    assert moved.count("upload:") == FILES
    assert aws("s3", "sync", "--no-progress", tree, f"{uri}/t") == ""
    moved = aws("s3", "sync", "--no-progress", f"{uri}/t", tmp_path / "back")
    assert moved.count("download:") == FILES
    assert trees.digests(tmp_path / "back") == trees.digests(tree)
    assert aws("s3", "sync", "--no-progress", f"{uri}/t", tmp_path / "back") == ""
    assert f"Total Objects: {FILES}" in aws("s3", "ls", "--recursive", "--summarize", f"{uri}/t/")
    removed = aws("s3", "rm", "--recursive", f"{uri}/t")
    assert removed.count("delete:") == FILES
    aws("s3", "ls", "--recursive", f"{uri}/t/", expected=1)


def test_sync_deletes_what_is_gone(aws, uri, tmp_path):
    tree = trees.make(tmp_path / "tree", 20)
    aws("s3", "sync", "--no-progress", tree, uri)
    (tree / "with space.txt").unlink()
    assert aws("s3", "sync", "--no-progress", "--delete", tree, uri).strip() == f"delete: {uri}/with space.txt"


def test_one_file_is_copied_moved_and_removed(aws, uri, tmp_path):
    file = tmp_path / "a ü+.bin"
    file.write_bytes(os.urandom(100_000))
    aws("s3", "cp", "--no-progress", file, f"{uri}/x/")
    aws("s3", "cp", "--no-progress", f"{uri}/x/a ü+.bin", f"{uri}/y")
    aws("s3", "mv", "--no-progress", f"{uri}/y", f"{uri}/z")
    aws("s3", "cp", "--no-progress", f"{uri}/z", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == file.read_bytes()
    aws("s3", "rm", f"{uri}/z")
    aws("s3", "ls", f"{uri}/z", expected=1)


def test_presigned_link_opens(aws, uri, tmp_path):
    (tmp_path / "a").write_bytes(b"linked")
    aws("s3", "cp", "--no-progress", tmp_path / "a", f"{uri}/a b")
    link = aws("s3", "presign", f"{uri}/a b", "--expires-in", "60").strip()
    assert requests.get(link, timeout=30).content == b"linked"


def test_versions_are_reached_by_id(aws, uri, tmp_path):
    bucket, versions = uri.removeprefix("s3://"), []
    for text in ("one", "two"):
        (tmp_path / "f").write_text(text, encoding="utf-8")
        put = aws("s3api", "put-object", "--bucket", bucket, "--key", "k", "--body", tmp_path / "f")
        versions.append(json.loads(put)["VersionId"])
    listed = json.loads(aws("s3api", "list-object-versions", "--bucket", bucket, "--prefix", "k"))
    assert [each["VersionId"] for each in listed["Versions"]] == versions[::-1]
    for version, text in ((versions[0], "one"), ("HEAD^", "one"), (versions[1], "two")):
        aws("s3api", "get-object", "--bucket", bucket, "--key", "k", "--version-id", version, tmp_path / "out")
        assert (tmp_path / "out").read_text(encoding="utf-8") == text
    aws("s3", "cp", "--no-progress", f"s3://{versions[0]}.{bucket}/k", tmp_path / "old")
    assert (tmp_path / "old").read_text(encoding="utf-8") == "one"


def test_bucket_is_removed_with_its_files(aws, uri, tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    aws("s3", "cp", "--no-progress", tmp_path / "a", f"{uri}/a")
    aws("s3", "rb", "--force", uri)
    assert uri.removeprefix("s3://") not in aws("s3", "ls")


def test_large_file_goes_up_in_parts_and_comes_down_the_same(aws, uri, tmp_path):
    file = tmp_path / "up"
    file.write_bytes(body(1, 10 * MIB) * 3 + b"end")
    aws("s3", "cp", "--no-progress", file, f"{uri}/large")
    bucket = uri.removeprefix("s3://")
    head = json.loads(aws("s3api", "head-object", "--bucket", bucket, "--key", "large", "--part-number", "1"))
    # Its parts are of 8 MiB.
    assert head["PartsCount"] == 4
    aws("s3", "cp", "--no-progress", f"{uri}/large", f"{uri}/copy")
    aws("s3", "cp", "--no-progress", f"{uri}/copy", tmp_path / "down")
    assert (tmp_path / "down").read_bytes() == file.read_bytes()
    assert "Uploads" not in aws("s3api", "list-multipart-uploads", "--bucket", bucket)


def test_stream_goes_up_in_parts(aws, uri, tmp_path):
    file = tmp_path / "up"
    file.write_bytes(body(2, 20 * MIB))
    aws("s3", "cp", "--no-progress", "-", f"{uri}/streamed", source=file)
    aws("s3", "cp", "--no-progress", f"{uri}/streamed", tmp_path / "down")
    assert (tmp_path / "down").read_bytes() == file.read_bytes()
