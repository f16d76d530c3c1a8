"""Conditions and ranges through boto3: decided with the commit, and told in S3's way."""

import concurrent.futures
import datetime
import threading

import botocore.exceptions
import pytest

import access
from history import History
from refusals import refused

RACERS = 12
HOUR = datetime.timedelta(hours=1)


def outcome(act):
    """The HTTP status of a call, whether it went well or not."""
    try:
        return act()["ResponseMetadata"]["HTTPStatusCode"]
    except botocore.exceptions.ClientError as refusal:
        return refusal.response["ResponseMetadata"]["HTTPStatusCode"]


@pytest.mark.parametrize("attempt", range(5))
def test_of_racing_creators_exactly_one_wins(gateway, s3, bucket, attempt):
    history, barrier = History(s3, bucket), threading.Barrier(RACERS)

    def race(number):
        client = access.client(gateway.url)
        barrier.wait()
        return outcome(lambda: client.put_object(Bucket=bucket, Key="prize", Body=b"%d" % number, IfNoneMatch="*"))

    with history.grows_by(1), concurrent.futures.ThreadPoolExecutor(RACERS) as pool:
        statuses = list(pool.map(race, range(RACERS)))
    assert sorted(statuses) == [200] + [412] * (RACERS - 1)
    assert s3.get_object(Bucket=bucket, Key="prize")["Body"].read() == b"%d" % statuses.index(200)


def test_of_racing_swappers_exactly_one_wins(gateway, s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="a", Body=b"start")["ETag"]
    barrier = threading.Barrier(RACERS)

    def race(number):
        client = access.client(gateway.url)
        barrier.wait()
        return outcome(lambda: client.put_object(Bucket=bucket, Key="a", Body=b"%d" % number, IfMatch=etag))

    with concurrent.futures.ThreadPoolExecutor(RACERS) as pool:
        statuses = list(pool.map(race, range(RACERS)))
    assert sorted(statuses) == [200] + [412] * (RACERS - 1)
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"%d" % statuses.index(200)


def test_refused_condition_changes_nothing(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    history = History(s3, bucket)
    with history.grows_by(0):
        with refused(412, "PreconditionFailed"):
            s3.put_object(Bucket=bucket, Key="a", Body=b"two", IfNoneMatch="*")
        with refused(412, "PreconditionFailed"):
            s3.put_object(Bucket=bucket, Key="a", Body=b"two", IfMatch='"0000-1"')
        with refused(404, "NoSuchKey"):
            s3.put_object(Bucket=bucket, Key="nothing", Body=b"two", IfMatch='"0000-1"')
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"one"


def test_deleted_key_can_be_created_again_under_the_condition(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one", IfNoneMatch="*")
    s3.delete_object(Bucket=bucket, Key="a")
    s3.put_object(Bucket=bucket, Key="a", Body=b"two", IfNoneMatch="*")
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"two"


def test_reads_honour_all_four_conditions(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    head = s3.head_object(Bucket=bucket, Key="a")
    etag, changed = head["ETag"], head["LastModified"]
    for read in (s3.get_object, s3.head_object):
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfMatch=etag)) == 200
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfMatch="*")) == 200
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfMatch='"other"')) == 412
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfNoneMatch=etag)) == 304
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfNoneMatch='"other"')) == 200
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfModifiedSince=changed - HOUR)) == 200
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfModifiedSince=changed)) == 304
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfUnmodifiedSince=changed)) == 200
        assert outcome(lambda: read(Bucket=bucket, Key="a", IfUnmodifiedSince=changed - HOUR)) == 412


def test_copy_honours_the_conditions_on_its_source(s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="a", Body=b"one")["ETag"]
    source = {"Bucket": bucket, "Key": "a"}
    assert outcome(lambda: s3.copy_object(Bucket=bucket, Key="b", CopySource=source, CopySourceIfMatch=etag)) == 200
    assert outcome(lambda: s3.copy_object(Bucket=bucket, Key="c", CopySource=source, CopySourceIfNoneMatch=etag)) == 412
    assert outcome(lambda: s3.copy_object(Bucket=bucket, Key="c", CopySource=source, CopySourceIfMatch='"x"')) == 412
    with refused(404):
        s3.head_object(Bucket=bucket, Key="c")


@pytest.mark.parametrize(
    ("asked", "expected", "told"),
    [
        ("bytes=0-3", b"0123", "bytes 0-3/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=4-100", b"456789", "bytes 4-9/10"),
        ("bytes=-100", b"0123456789", "bytes 0-9/10"),
    ],
)
def test_range_is_answered_in_part(s3, bucket, asked, expected, told):
    s3.put_object(Bucket=bucket, Key="a", Body=b"0123456789")
    got = s3.get_object(Bucket=bucket, Key="a", Range=asked)
    assert (got["ResponseMetadata"]["HTTPStatusCode"], got["ContentRange"]) == (206, told)
    assert got["Body"].read() == expected


def test_several_ranges_are_answered_whole(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"0123456789")
    got = s3.get_object(Bucket=bucket, Key="a", Range="bytes=0-1,4-5")
    assert (got["ResponseMetadata"]["HTTPStatusCode"], got["Body"].read()) == (200, b"0123456789")


def test_range_past_the_end_is_not_satisfiable(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"0123456789")
    with refused(416, "InvalidRange"):
        s3.get_object(Bucket=bucket, Key="a", Range="bytes=10-")


def test_range_of_an_old_version_is_of_that_version(s3, bucket):
    old = s3.put_object(Bucket=bucket, Key="a", Body=b"0123456789")["VersionId"]
    s3.put_object(Bucket=bucket, Key="a", Body=b"abc")
    assert s3.get_object(Bucket=bucket, Key="a", VersionId=old, Range="bytes=5-6")["Body"].read() == b"56"
