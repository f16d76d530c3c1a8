"""Tags of objects and of buckets through boto3."""

import concurrent.futures

import pytest

from history import History
from refusals import refused
from tags import tag_set, tags_of


@pytest.fixture
def first(s3, bucket):
    """The version of an object `a` with headers, metadata and a tag."""
    return s3.put_object(
        Bucket=bucket, Key="a", Body=b"one", ContentType="text/plain", Metadata={"colour": "red"}, Tagging="old=1"
    )["VersionId"]


def test_tags_change_in_one_commit_and_nothing_else_does(s3, bucket, first):
    with History(s3, bucket).grows_by(1):
        put = s3.put_object_tagging(Bucket=bucket, Key="a", Tagging=tag_set(new="2", other="\u00e4 /"))
    got = s3.get_object(Bucket=bucket, Key="a")
    assert got["Body"].read() == b"one"
    assert (got["ContentType"], got["Metadata"], got["TagCount"]) == ("text/plain", {"colour": "red"}, 2)
    assert got["VersionId"] == put["VersionId"] != first
    assert tags_of(s3, bucket) == tag_set(new="2", other="\u00e4 /")["TagSet"]
    assert tags_of(s3, bucket, VersionId=first) == tag_set(old="1")["TagSet"]


def test_the_same_tags_again_make_no_commit(s3, bucket, first):
    with History(s3, bucket).grows_by(0):
        assert s3.put_object_tagging(Bucket=bucket, Key="a", Tagging=tag_set(old="1"))["VersionId"] == first


def test_tags_are_taken_away(s3, bucket, first):
    deleted = s3.delete_object_tagging(Bucket=bucket, Key="a")
    assert deleted["ResponseMetadata"]["HTTPStatusCode"] == 204
    assert tags_of(s3, bucket) == []
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"one"


def test_only_the_newest_version_takes_tags(s3, bucket, first):
    s3.put_object_tagging(Bucket=bucket, Key="a", VersionId=first, Tagging=tag_set(new="2"))
    with refused(501, "NotImplemented"):
        s3.put_object_tagging(Bucket=bucket, Key="a", VersionId=first, Tagging=tag_set(late="3"))
    with refused(501, "NotImplemented"):
        s3.delete_object_tagging(Bucket=bucket, Key="a", VersionId=first)
    assert tags_of(s3, bucket) == tag_set(new="2")["TagSet"]


@pytest.mark.parametrize(
    "tags",
    [
        {f"k{number}": "" for number in range(11)},
        {"k" * 129: ""},
        {"k": "v" * 257},
        {"aws:k": ""},
        {"k<": ""},
    ],
    ids=["eleven", "long name", "long value", "reserved", "character"],
)
def test_tags_that_cannot_be_are_refused(s3, bucket, first, tags):
    with refused(400, "InvalidTag"):
        s3.put_object_tagging(Bucket=bucket, Key="a", Tagging=tag_set(**tags))
    assert tags_of(s3, bucket) == tag_set(old="1")["TagSet"]


def test_nothing_that_is_put_meanwhile_is_lost_to_a_change_of_tags(s3, bucket, first):
    def put(number):
        return s3.put_object(Bucket=bucket, Key="a", Body=str(number).encode())

    def tag(number):
        return s3.put_object_tagging(Bucket=bucket, Key="a", Tagging=tag_set(n=str(number)))

    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        tagging = threads.submit(lambda: [tag(number) for number in range(30)])
        for number in range(30):
            put(number)
            assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == str(number).encode()
        tagging.result()
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"29"


def test_tags_of_a_bucket_go_with_it(s3, bucket):
    with refused(404, "NoSuchTagSet"):
        s3.get_bucket_tagging(Bucket=bucket)
    s3.put_bucket_tagging(Bucket=bucket, Tagging=tag_set(Hello="World", a=""))
    assert s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == tag_set(Hello="World", a="")["TagSet"]
    s3.delete_bucket(Bucket=bucket)
    s3.create_bucket(Bucket=bucket)
    with refused(404, "NoSuchTagSet"):
        s3.get_bucket_tagging(Bucket=bucket)
    s3.put_bucket_tagging(Bucket=bucket, Tagging=tag_set(b="1"))
    assert s3.delete_bucket_tagging(Bucket=bucket)["ResponseMetadata"]["HTTPStatusCode"] == 204
    with refused(404, "NoSuchTagSet"):
        s3.get_bucket_tagging(Bucket=bucket)
