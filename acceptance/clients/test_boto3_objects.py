"""Objects through boto3: bytes, metadata, names, copies, deletions, presigned requests."""

import datetime
import hashlib

import pytest
import requests

import access
from history import History
from refusals import refused

KEPT = {
    "ContentType": "text/csv",
    "ContentEncoding": "gzip",
    "ContentDisposition": 'attachment; filename="a.csv"',
    "ContentLanguage": "de",
    "CacheControl": "max-age=60",
    "Metadata": {"made-by": "acceptance", "Grade": "A"},
}


@pytest.mark.parametrize("size", [0, 1, 5, 65_536, 3_000_001])
def test_bytes_come_back_as_they_went(s3, bucket, size):
    body = bytes(index * 7 % 251 for index in range(size))
    put = s3.put_object(Bucket=bucket, Key="a", Body=body)
    got = s3.get_object(Bucket=bucket, Key="a")
    assert got["Body"].read() == body
    assert got["ContentLength"] == size
    assert got["ETag"] == put["ETag"] == f'"{hashlib.sha256(body).hexdigest()}-1"'
    assert got["VersionId"] == put["VersionId"]


def test_headers_and_metadata_are_kept(s3, bucket):
    expires = datetime.datetime(2031, 5, 4, 3, 2, 1, tzinfo=datetime.timezone.utc)
    s3.put_object(Bucket=bucket, Key="a", Body=b"one", Expires=expires, **KEPT)
    for answer in (s3.get_object(Bucket=bucket, Key="a"), s3.head_object(Bucket=bucket, Key="a")):
        seen = {name: answer[name] for name in KEPT if name != "Metadata"}
        assert seen == {name: value for name, value in KEPT.items() if name != "Metadata"}
        assert answer["Metadata"] == {"made-by": "acceptance", "grade": "A"}
        assert answer["ExpiresString"] == "Sun, 04 May 2031 03:02:01 GMT"


def test_tags_are_kept(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one", Tagging="colour=red&size=5%20m")
    assert s3.get_object(Bucket=bucket, Key="a")["TagCount"] == 2
    tags = s3.get_object_tagging(Bucket=bucket, Key="a")["TagSet"]
    assert sorted((tag["Key"], tag["Value"]) for tag in tags) == [("colour", "red"), ("size", "5 m")]


def test_response_overrides_are_honoured(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    got = s3.get_object(Bucket=bucket, Key="a", ResponseContentType="text/x-mine", ResponseCacheControl="no-store")
    assert (got["ContentType"], got["CacheControl"]) == ("text/x-mine", "no-store")


NAMES = [
    "plain", "with space", " ", "a+b", "100%", "%2F", "a#b?c&d=e", "[x]{y}", "ünï/çødé/日本", "🙂", "a//b", "/lead", "trail/",
    ".", "..", "x/../y", "x/./y", "~", "quote'\"", "<&>", "a\\b", "dir.with.dots/...", "*", "tab\there", "k" * 1024,
]


def test_keys_mean_themselves(s3, bucket):
    for name in NAMES:
        s3.put_object(Bucket=bucket, Key=name, Body=f"at {name}".encode() if not name.endswith("/") else b"")
    for name in NAMES:
        expected = f"at {name}".encode() if not name.endswith("/") else b""
        assert s3.get_object(Bucket=bucket, Key=name)["Body"].read() == expected, name
    listed = [each["Key"] for each in s3.list_objects_v2(Bucket=bucket)["Contents"]]
    assert listed == sorted(NAMES, key=lambda name: name.encode())
    for name in NAMES:
        s3.delete_object(Bucket=bucket, Key=name)
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0


def test_key_over_the_limit_is_refused(s3, bucket):
    with refused(400, "KeyTooLongError"):
        s3.put_object(Bucket=bucket, Key="k" * 1025, Body=b"")


def test_object_stands_beside_objects_under_its_name(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a/b", Body=b"under")
    s3.put_object(Bucket=bucket, Key="a", Body=b"beside")
    assert s3.get_object(Bucket=bucket, Key="a/b")["Body"].read() == b"under"
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"beside"


def test_deleting_a_directory_marker_leaves_what_is_under_it(s3, bucket):
    s3.put_object(Bucket=bucket, Key="dir/", Body=b"")
    s3.put_object(Bucket=bucket, Key="dir/a", Body=b"one")
    assert s3.head_object(Bucket=bucket, Key="dir/")["ContentLength"] == 0
    s3.delete_object(Bucket=bucket, Key="dir/")
    assert [each["Key"] for each in s3.list_objects_v2(Bucket=bucket)["Contents"]] == ["dir/a"]


def test_missing_key_is_not_found(s3, bucket):
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="nothing")
    with refused(404):
        s3.head_object(Bucket=bucket, Key="nothing")


def test_what_would_be_dropped_is_refused(s3, bucket):
    history = History(s3, bucket)
    with history.grows_by(0):
        with refused(501, "NotImplemented"):
            s3.put_object(Bucket=bucket, Key="a", Body=b"one", ServerSideEncryption="AES256")
        with refused(501, "NotImplemented"):
            s3.put_object(Bucket=bucket, Key="a", Body=b"one", ObjectLockLegalHoldStatus="ON")
        with refused(400, "InvalidStorageClass"):
            s3.put_object(Bucket=bucket, Key="a", Body=b"one", StorageClass="GLACIER")
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="a")


def test_each_change_is_one_commit_and_deleting_nothing_is_none(s3, bucket):
    history = History(s3, bucket)
    with history.grows_by(1):
        s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    with history.grows_by(1):
        s3.copy_object(Bucket=bucket, Key="b", CopySource={"Bucket": bucket, "Key": "a"})
    with history.grows_by(1):
        s3.delete_object(Bucket=bucket, Key="a")
    with history.grows_by(0):
        s3.delete_object(Bucket=bucket, Key="never-there")


def test_many_keys_are_deleted_in_one_commit(s3, bucket):
    keys = [f"k{number:03d}" for number in range(40)]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    history = History(s3, bucket)
    with history.grows_by(1):
        answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key} for key in [*keys, "never-there"]]})
    assert sorted(each["Key"] for each in answer["Deleted"]) == sorted([*keys, "never-there"])
    assert "Errors" not in answer
    markers = s3.list_object_versions(Bucket=bucket, Prefix="k")["DeleteMarkers"]
    assert len(markers) == len(keys)
    assert len({marker["VersionId"] for marker in markers}) == 1


def test_quiet_deletion_answers_only_failures(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"x")
    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "a"}], "Quiet": True})
    assert "Deleted" not in answer and "Errors" not in answer


def test_copy_keeps_metadata_or_replaces_it(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one", **KEPT)
    source = {"Bucket": bucket, "Key": "a"}
    s3.copy_object(Bucket=bucket, Key="kept", CopySource=source)
    s3.copy_object(
        Bucket=bucket, Key="new", CopySource=source, MetadataDirective="REPLACE", ContentType="text/x-new", Metadata={"n": "1"}
    )
    kept, new = s3.get_object(Bucket=bucket, Key="kept"), s3.get_object(Bucket=bucket, Key="new")
    assert kept["Body"].read() == new["Body"].read() == b"one"
    assert (kept["ContentType"], kept["Metadata"]) == ("text/csv", {"made-by": "acceptance", "grade": "A"})
    assert (new["ContentType"], new["Metadata"]) == ("text/x-new", {"n": "1"})
    assert "ContentEncoding" not in new


def test_copy_crosses_buckets_and_takes_names_apart(s3, bucket):
    other = f"master.{access.new_repo()}"
    s3.create_bucket(Bucket=other)
    for name in ("ünï +%#?/x", "a//b", ".."):
        s3.put_object(Bucket=bucket, Key=name, Body=name.encode())
        s3.copy_object(Bucket=other, Key=name, CopySource={"Bucket": bucket, "Key": name})
        assert s3.get_object(Bucket=other, Key=name)["Body"].read() == name.encode()


def test_copy_onto_itself_must_change_something(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    source = {"Bucket": bucket, "Key": "a"}
    with refused(400, "InvalidRequest"):
        s3.copy_object(Bucket=bucket, Key="a", CopySource=source)
    s3.copy_object(Bucket=bucket, Key="a", CopySource=source, MetadataDirective="REPLACE", Metadata={"n": "1"})
    assert s3.head_object(Bucket=bucket, Key="a")["Metadata"] == {"n": "1"}


def test_presigned_requests_need_no_more_than_their_url(s3, bucket):
    parameters = {"Bucket": bucket, "Key": "a b+ü"}
    put = s3.generate_presigned_url("put_object", Params=parameters, ExpiresIn=60)
    assert requests.put(put, data=b"presigned", timeout=30).status_code == 200
    get = s3.generate_presigned_url("get_object", Params=parameters, ExpiresIn=60)
    answer = requests.get(get, timeout=30)
    assert (answer.status_code, answer.content) == (200, b"presigned")
    altered = requests.get(get.replace("a%20b", "a%20c"), timeout=30)
    assert altered.status_code == 403
    assert b"SignatureDoesNotMatch" in altered.content
