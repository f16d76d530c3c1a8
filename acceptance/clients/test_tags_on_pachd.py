"""Tags of objects on a pachd through boto3, while others change the bucket. The pachd is the embedded file system, served as one, or
the real one that ACCEPTANCE_PACHD names (grpc://HOST:PORT)."""

import concurrent.futures

import pytest
from botocore.exceptions import ClientError

import access
from refusals import refused
from tags import tag_set, tags_of


@pytest.fixture(scope="module")
def s3(on_pachd):
    return access.client(on_pachd().url)


@pytest.fixture
def first(s3, bucket):
    """The version of an object `a` with metadata and a tag, which is not the last that was put."""
    version = s3.put_object(Bucket=bucket, Key="a", Body=b"one", Metadata={"colour": "red"}, Tagging="old=1")["VersionId"]
    s3.put_object(Bucket=bucket, Key="b", Body=b"other")
    return version


def test_object_is_tagged_when_another_was_put_behind_it(s3, bucket, first):
    put = s3.put_object_tagging(Bucket=bucket, Key="a", Tagging=tag_set(new="2"))
    got = s3.get_object(Bucket=bucket, Key="a")
    assert (got["Body"].read(), got["Metadata"], got["TagCount"]) == (b"one", {"colour": "red"}, 1)
    assert got["VersionId"] == put["VersionId"] != first
    assert tags_of(s3, bucket) == tag_set(new="2")["TagSet"]
    assert tags_of(s3, bucket, VersionId=first) == tag_set(old="1")["TagSet"]


def test_tags_are_taken_away_when_another_object_was_put_behind_it(s3, bucket, first):
    s3.delete_object_tagging(Bucket=bucket, Key="a")
    assert tags_of(s3, bucket) == []
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"one"


def test_version_that_is_the_newest_of_its_object_is_tagged_by_its_name(s3, bucket, first):
    s3.put_object_tagging(Bucket=bucket, Key="a", VersionId=first, Tagging=tag_set(new="2"))
    assert tags_of(s3, bucket) == tag_set(new="2")["TagSet"]
    with refused(501, "NotImplemented"):
        s3.put_object_tagging(Bucket=bucket, Key="a", VersionId=first, Tagging=tag_set(late="3"))
    assert tags_of(s3, bucket) == tag_set(new="2")["TagSet"]


def test_nothing_that_is_put_meanwhile_is_lost_to_a_change_of_tags(s3, bucket, first):
    def tag(number):
        """Asks again for as long as it is told that others keep changing the object."""
        while True:
            try:
                return s3.put_object_tagging(Bucket=bucket, Key="a", Tagging=tag_set(n=str(number)))
            except ClientError as error:
                assert error.response["Error"]["Code"] == "OperationAborted"

    def put_others(number):
        return s3.put_object(Bucket=bucket, Key=f"other-{number}", Body=b"")

    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        tagging = threads.submit(lambda: [tag(number) for number in range(10)])
        others = threads.submit(lambda: [put_others(number) for number in range(20)])
        for number in range(20):
            body = str(number // 2).encode()
            # Every second time it is the same bytes again, with other metadata.
            s3.put_object(Bucket=bucket, Key="a", Body=body, Metadata={"n": str(number)})
            got = s3.get_object(Bucket=bucket, Key="a")
            assert (got["Body"].read(), got["Metadata"]) == (body, {"n": str(number)})
        tagging.result()
        others.result()
    got = s3.get_object(Bucket=bucket, Key="a")
    assert (got["Body"].read(), got["Metadata"]) == (b"9", {"n": "19"})
