"""Versions through boto3: commits by id, `HEAD` with carets, commit-named buckets, version listings, delete markers."""

import uuid

import pytest

import access
from history import History
from refusals import refused


@pytest.fixture
def versions(s3, bucket):
    """Three versions of `a`, oldest first."""
    return [s3.put_object(Bucket=bucket, Key="a", Body=body)["VersionId"] for body in (b"one", b"two", b"three")]


def body(s3, bucket, version, key="a"):
    return s3.get_object(Bucket=bucket, Key=key, VersionId=version)["Body"].read()


def test_every_version_is_read_by_its_id(s3, bucket, versions):
    assert [body(s3, bucket, version) for version in versions] == [b"one", b"two", b"three"]


def test_carets_count_commits_back(s3, bucket, versions):
    expected = {"HEAD": b"three", "HEAD^": b"two", "HEAD^^": b"one", "HEAD^1": b"two", "HEAD^2": b"one"}
    assert {name: body(s3, bucket, name) for name in expected} == expected
    assert body(s3, bucket, f"{versions[2]}^") == b"two"
    assert body(s3, bucket, f"{versions[2]}^2") == b"one"


def test_object_is_read_as_of_a_commit_that_changed_another(s3, bucket, versions):
    later = s3.put_object(Bucket=bucket, Key="b", Body=b"later")["VersionId"]
    assert body(s3, bucket, later) == b"three"
    with refused(404, "NoSuchVersion"):
        s3.get_object(Bucket=bucket, Key="b", VersionId=versions[0])


@pytest.mark.parametrize("version", ["HEAD^9", "null", uuid.uuid4().hex])
def test_commit_that_is_not_there_is_no_version(s3, bucket, versions, version):
    with refused(404, "NoSuchVersion"):
        s3.get_object(Bucket=bucket, Key="a", VersionId=version)


@pytest.mark.parametrize("version", ["head", "HEAD~1", "HEAD^x", "master", "12345", "../HEAD"])
def test_what_is_no_commit_reference_is_refused(s3, bucket, versions, version):
    with refused(400, "InvalidArgument"):
        s3.get_object(Bucket=bucket, Key="a", VersionId=version)


def test_commit_of_another_branch_is_not_there(s3, bucket, versions):
    other = bucket.replace("master.", "other.", 1)
    s3.create_bucket(Bucket=other)
    s3.put_object(Bucket=other, Key="a", Body=b"elsewhere")
    with refused(404, "NoSuchVersion"):
        s3.get_object(Bucket=other, Key="a", VersionId=versions[0])
    with refused(404, "NoSuchBucket"):
        s3.list_objects_v2(Bucket=f"{versions[0]}.{other}")
    with refused(404, "NoSuchVersion"):
        s3.copy_object(Bucket=bucket, Key="c", CopySource={"Bucket": other, "Key": "a", "VersionId": versions[0]})


def test_commit_named_bucket_shows_that_commit(s3, bucket, versions):
    named = f"{versions[1]}.{bucket}"
    assert s3.get_object(Bucket=named, Key="a")["Body"].read() == b"two"
    assert [each["Key"] for each in s3.list_objects_v2(Bucket=named)["Contents"]] == ["a"]
    short = f"{versions[0]}.{bucket.removeprefix('master.')}"
    assert s3.get_object(Bucket=short, Key="a")["Body"].read() == b"one"


def test_commit_named_bucket_is_read_only(s3, bucket, versions):
    named, history = f"{versions[1]}.{bucket}", History(s3, bucket)
    with history.grows_by(0):
        with refused(403, "AccessDenied") as error:
            s3.put_object(Bucket=named, Key="a", Body=b"no")
        assert "commit" in error["Message"]
        with refused(403, "AccessDenied"):
            s3.delete_object(Bucket=named, Key="a")
        with refused(403, "AccessDenied"):
            s3.copy_object(Bucket=named, Key="b", CopySource={"Bucket": bucket, "Key": "a"})
        with refused(403, "AccessDenied"):
            s3.delete_objects(Bucket=named, Delete={"Objects": [{"Key": "a"}]})


def test_bucket_of_an_unknown_commit_is_not_there(s3, bucket):
    with refused(404, "NoSuchBucket"):
        s3.list_objects_v2(Bucket=f"{uuid.uuid4().hex}.{bucket}")


def test_copy_takes_an_old_version(s3, bucket, versions):
    source = {"Bucket": bucket, "Key": "a"}
    s3.copy_object(Bucket=bucket, Key="by-id", CopySource={**source, "VersionId": versions[0]})
    assert s3.get_object(Bucket=bucket, Key="by-id")["Body"].read() == b"one"
    # HEAD is now the copy above, which left `a` as it was.
    s3.copy_object(Bucket=bucket, Key="by-caret", CopySource={**source, "VersionId": "HEAD^^"})
    assert s3.get_object(Bucket=bucket, Key="by-caret")["Body"].read() == b"two"


def test_versions_are_listed_newest_first_with_markers(s3, bucket, versions):
    deleted = s3.delete_object(Bucket=bucket, Key="a")
    assert deleted["DeleteMarker"] is True
    listing = s3.list_object_versions(Bucket=bucket)
    assert [each["VersionId"] for each in listing["Versions"]] == versions[::-1]
    assert not any(each["IsLatest"] for each in listing["Versions"])
    assert [(each["VersionId"], each["IsLatest"]) for each in listing["DeleteMarkers"]] == [(deleted["VersionId"], True)]


def test_version_listing_pages_without_loss_or_repeat(s3, bucket):
    written = []
    for number in range(4):
        written += [(key, s3.put_object(Bucket=bucket, Key=key, Body=b"%d" % number)["VersionId"]) for key in ("a", "b", "c/d")]
    expected = sorted(written, key=lambda each: each[0])
    pages = list(s3.get_paginator("list_object_versions").paginate(Bucket=bucket, PaginationConfig={"PageSize": 5}))
    seen = [(each["Key"], each["VersionId"]) for page in pages for each in page.get("Versions", [])]
    assert len(pages) == 3
    assert sorted(seen) == sorted(expected)
    assert [key for key, _ in seen] == [key for key, _ in expected]


def test_marker_read_by_its_id_is_not_allowed(s3, bucket, versions):
    marker = s3.delete_object(Bucket=bucket, Key="a")["VersionId"]
    with refused(405, "MethodNotAllowed"):
        s3.get_object(Bucket=bucket, Key="a", VersionId=marker)
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="a")


def test_deleting_the_latest_marker_brings_the_object_back_in_a_new_commit(s3, bucket, versions):
    marker = s3.delete_object(Bucket=bucket, Key="a")["VersionId"]
    history = History(s3, bucket)
    with history.grows_by(1):
        s3.delete_object(Bucket=bucket, Key="a", VersionId=marker)
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"three"


def test_history_is_immutable(s3, bucket, versions):
    with refused(501, "NotImplemented"):
        s3.delete_object(Bucket=bucket, Key="a", VersionId=versions[0])
    assert body(s3, bucket, versions[0]) == b"one"


def test_old_versions_outlive_overwrites_and_deletions(s3, bucket, versions):
    s3.delete_object(Bucket=bucket, Key="a")
    s3.put_object(Bucket=bucket, Key="a", Body=b"four")
    assert [body(s3, bucket, version) for version in versions] == [b"one", b"two", b"three"]


def test_get_without_a_version_names_the_commit_that_wrote_the_object(s3, bucket, versions):
    s3.put_object(Bucket=bucket, Key="other", Body=b"x")
    assert s3.get_object(Bucket=bucket, Key="a")["VersionId"] == versions[2]


def test_branches_of_one_repo_do_not_share_a_commit_bucket(s3, bucket, versions):
    with refused(404, "NoSuchBucket"):
        s3.list_objects_v2(Bucket=f"{versions[0]}.master.{access.new_repo()}")
