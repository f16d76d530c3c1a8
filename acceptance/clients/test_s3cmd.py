"""s3cmd, which takes any ETag without a dash for an MD5, and warns when it is none."""

import pytest

import access
import commands
import trees
from uploads import MIB, body


@pytest.fixture
def s3cmd(gateway, tmp_path):
    return commands.s3cmd(gateway, tmp_path)


@pytest.fixture
def uri(s3cmd):
    name = f"s3://master.{access.new_repo('s3cmd')}"
    s3cmd("mb", name)
    return name


def assert_no_warning(s3cmd):
    assert "WARNING" not in s3cmd.errors and "ERROR" not in s3cmd.errors, s3cmd.errors
    assert "md5" not in s3cmd.errors.lower(), s3cmd.errors


@pytest.mark.parametrize("size", [0, 100_000, 36 * MIB + 1])
def test_file_goes_up_and_comes_down_without_a_warning(s3cmd, uri, tmp_path, size):
    (tmp_path / "up").write_bytes(body(1, size))
    s3cmd("put", tmp_path / "up", f"{uri}/dir/f")
    assert_no_warning(s3cmd)
    s3cmd("get", f"{uri}/dir/f", tmp_path / "down")
    assert_no_warning(s3cmd)
    assert (tmp_path / "down").read_bytes() == body(1, size)
    assert str(size) in s3cmd("ls", f"{uri}/dir/f")
    s3cmd("cp", f"{uri}/dir/f", f"{uri}/copy")
    s3cmd("del", f"{uri}/dir/f")
    assert s3cmd("ls", "--recursive", uri).split()[2:] == [str(size), f"{uri}/copy"]
    assert_no_warning(s3cmd)


def test_tree_is_synced_both_ways_without_a_warning(s3cmd, uri, tmp_path):
    tree = trees.make(tmp_path / "tree", 40)
    s3cmd("sync", f"{tree}/", f"{uri}/t/")
    assert_no_warning(s3cmd)
    assert "upload:" not in s3cmd("sync", f"{tree}/", f"{uri}/t/")
    (tmp_path / "back").mkdir()
    s3cmd("sync", f"{uri}/t/", f"{tmp_path / 'back'}/")
    assert_no_warning(s3cmd)
    assert trees.digests(tmp_path / "back") == trees.digests(tree)


def test_uploads_are_listed_and_aborted(s3cmd, uri, s3):
    bucket = uri.removeprefix("s3://")
    begun = s3.create_multipart_upload(Bucket=bucket, Key="left")["UploadId"]
    assert begun in s3cmd("multipart", uri)
    s3cmd("abortmp", f"{uri}/left", begun)
    assert begun not in s3cmd("multipart", uri)
