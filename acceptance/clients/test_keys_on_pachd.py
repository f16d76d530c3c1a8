"""Keys on a pachd through boto3: directory markers as they are, and keys that it cannot hold with --escape-keys. The pachd is the
embedded file system, served as one, or the real one that ACCEPTANCE_PACHD names (grpc://HOST:PORT)."""

import random

import pytest

import access
import gateway as gateways
from refusals import refused
from uploads import MIB, Upload, body

# In the order of their bytes. None is a file where another has a directory.
KEYS = [
    "\n",
    " ",
    "!",
    "(1)/b",
    "../x",
    "/",
    "/a",
    "a b/*",
    "a//",
    "a//b",
    "a/b\\c",
    "a/{x}",
    "a~~b",
    "b+c",
    "b@c",
    "b~",
    "dir-x",
    "dir/",
    "dir/\x01",
    "dir/  two",
    "dir/end ",
    "dir/sub/",
    "dir/sub/x",
    "dir0",
    "z[0]^",
    "zé",
    "{",
    "|}",
    "~",
    "é/ü",
    "日本/語",
    "\uff5e",
    "\U0001f642",
]


@pytest.fixture(scope="module")
def plain(on_pachd):
    return access.client(on_pachd().url)


@pytest.fixture(scope="module")
def escaping(on_pachd):
    return access.client(on_pachd("--escape-keys").url)


def new_bucket(s3):
    name = f"master.{access.new_repo('keys')}"
    s3.create_bucket(Bucket=name)
    return name


@pytest.fixture(scope="module")
def filled(escaping):
    """A bucket that holds every key, put in any order."""
    bucket = new_bucket(escaping)
    shuffled = random.Random(6).sample(KEYS, len(KEYS))
    for key in shuffled:
        escaping.put_object(Bucket=bucket, Key=key, Body=key.encode())
    yield bucket
    escaping.delete_bucket(Bucket=bucket)


def names(s3, bucket, size=1000, **query):
    """Keys and common prefixes, page by page."""
    listed = []
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": size}, **query):
        entries = [each["Key"] for each in page.get("Contents", [])] + [each["Prefix"] for each in page.get("CommonPrefixes", [])]
        listed += sorted(entries, key=str.encode)
    return listed


def expected(prefix="", delimiter="", after=""):
    rolled = set()
    for key in KEYS:
        if key.startswith(prefix):
            at = key.find(delimiter, len(prefix)) if delimiter else -1
            rolled.add(key if at < 0 else key[: at + len(delimiter)])
    return sorted((name for name in rolled if name.encode() > after.encode()), key=str.encode)


def test_keys_stand_in_the_order_of_their_bytes():
    assert sorted(KEYS, key=str.encode) == KEYS


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
@pytest.mark.parametrize("delimiter", ["", "/", "a", "é"])
@pytest.mark.parametrize("prefix", ["", "a", "a/", "dir", "dir/", "z", "é", " ", "/", "none/"])
def test_pages_of_escaped_keys_come_in_the_order_of_the_keys(escaping, filled, prefix, delimiter, size):
    query = {"Delimiter": delimiter} if delimiter else {}
    assert names(escaping, filled, size, Prefix=prefix, **query) == expected(prefix, delimiter)


@pytest.mark.parametrize("after", ["\t", "dir/", "dir/\x01", "zz", "é", "\uffff", "a//", "b}"])
def test_listing_starts_behind_any_text(escaping, filled, after):
    assert names(escaping, filled, StartAfter=after) == expected(after=after)
    assert names(escaping, filled, 2, StartAfter=after, Delimiter="/") == expected(delimiter="/", after=after)


@pytest.mark.parametrize("key", KEYS)
def test_escaped_key_is_got_and_headed(escaping, filled, key):
    assert escaping.get_object(Bucket=filled, Key=key)["Body"].read() == key.encode()
    assert escaping.head_object(Bucket=filled, Key=key)["ContentLength"] == len(key.encode())


@pytest.mark.parametrize("key", ["naïve (1).txt", "a//b", "x/../y"])
def test_escaped_key_is_written_read_as_of_old_copied_uploaded_and_deleted(escaping, key):
    bucket = new_bucket(escaping)
    at = {"Bucket": bucket, "Key": key}
    first = escaping.put_object(**at, Body=b"first", ContentType="text/x-note", Metadata={"by": "me"})["VersionId"]
    escaping.put_object(**at, Body=b"second")
    assert escaping.get_object(**at, VersionId=first)["Body"].read() == b"first"
    with refused(412, "PreconditionFailed"):
        escaping.put_object(**at, Body=b"third", IfNoneMatch="*")
    escaping.copy_object(Bucket=bucket, Key=f"copy of {key}", CopySource={**at, "VersionId": first})
    copied = escaping.head_object(Bucket=bucket, Key=f"copy of {key}")
    assert (copied["ContentType"], copied["Metadata"]) == ("text/x-note", {"by": "me"})
    upload = Upload(escaping, bucket, key)
    upload.put(1, body(1))
    upload.put(2, b"end")
    upload.complete()
    assert escaping.get_object(**at)["Body"].read() == body(1) + b"end"
    answer = escaping.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key}, {"Key": f"copy of {key}"}]})
    assert len(answer["Deleted"]) == 2
    assert names(escaping, bucket) == []
    escaping.delete_bucket(Bucket=bucket)


def test_keys_that_need_no_escape_keep_their_names(escaping, plain):
    bucket = new_bucket(plain)
    plain.put_object(Bucket=bucket, Key="plain/by-hand", Body=b"1")
    escaping.put_object(Bucket=bucket, Key="plain/from s3", Body=b"2")
    escaping.put_object(Bucket=bucket, Key="plain/photo (1)", Body=b"3")
    assert names(plain, bucket) == ["plain/by-hand", "plain/from s3", "plain/photo '~~51'~~6"]
    assert names(escaping, bucket) == ["plain/by-hand", "plain/from s3", "plain/photo (1)"]


def test_file_whose_name_only_looks_like_an_escape_is_not_shown(escaping, plain):
    bucket = new_bucket(plain)
    for name in ("a~~b", "b", "two  spaces"):
        plain.put_object(Bucket=bucket, Key=name, Body=b"1")
    assert names(escaping, bucket, 1) == ["b"]
    with refused(404, "NoSuchKey"):
        escaping.get_object(Bucket=bucket, Key="a~~b")


def test_key_whose_path_would_be_too_long_is_refused_with_its_length(escaping):
    bucket = new_bucket(escaping)
    escaping.put_object(Bucket=bucket, Key="é" * 146, Body=b"")
    with refused(400) as error:
        escaping.put_object(Bucket=bucket, Key="é" * 147, Body=b"")
    assert "1029" in error["Message"] and "1024" in error["Message"]
    assert names(escaping, bucket) == ["é" * 146]


@pytest.mark.parametrize("key", ["é", "a+b", "a//b", "..", "dir/ ", "x\ny"])
def test_key_that_cannot_be_held_is_refused_with_the_rule_without_the_escape(plain, key):
    bucket = new_bucket(plain)
    with refused(400) as error:
        plain.put_object(Bucket=bucket, Key=key, Body=b"1")
    assert "printable ASCII" in error["Message"]
    assert names(plain, bucket) == []


@pytest.mark.parametrize("which", ["plain", "escaping"])
def test_directory_marker_is_an_object(which, request):
    s3 = request.getfixturevalue(which)
    bucket = new_bucket(s3)
    made = s3.put_object(Bucket=bucket, Key="dir/", Body=b"", ContentType="application/x-directory")
    assert names(s3, bucket) == ["dir/"]
    assert names(s3, bucket, Delimiter="/") == ["dir/"]
    s3.put_object(Bucket=bucket, Key="dir/file", Body=b"below")
    assert names(s3, bucket, Delimiter="/") == ["dir/"]
    assert names(s3, bucket, 1, Prefix="dir/", Delimiter="/") == ["dir/", "dir/file"]
    headed = s3.head_object(Bucket=bucket, Key="dir/")
    assert (headed["ContentLength"], headed["ContentType"]) == (0, "application/x-directory")
    assert s3.get_object(Bucket=bucket, Key="dir/")["Body"].read() == b""
    s3.delete_object(Bucket=bucket, Key="dir/")
    assert names(s3, bucket) == ["dir/file"]
    assert s3.get_object(Bucket=bucket, Key="dir/", VersionId=made["VersionId"])["Body"].read() == b""
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="dir/")
    s3.delete_bucket(Bucket=bucket)
    s3.create_bucket(Bucket=bucket)
    assert names(s3, bucket) == []
    s3.delete_bucket(Bucket=bucket)


def test_file_beside_a_directory_of_its_name_stays_refused(escaping):
    bucket = new_bucket(escaping)
    escaping.put_object(Bucket=bucket, Key="é/ü", Body=b"1")
    for key in ("é", "é/ü/ö", "é/ü/"):
        with refused(400) as error:
            escaping.put_object(Bucket=bucket, Key=key, Body=b"2")
        assert "file and a directory" in error["Message"]
    assert names(escaping, bucket) == ["é/ü"]


def test_escape_is_refused_where_it_would_change_nothing(folder):
    answer = gateways.run("--data", folder / "data", "--escape-keys")
    assert answer.returncode != 0
    assert "--escape-keys" in answer.stderr and "--pfs" in answer.stderr
    assert not (folder / "data").exists()
