"""Multipart uploads through boto3: parts in any order, listings of them, one commit at the end or none."""

import datetime
import time

import pytest

import access
from history import History
from refusals import refused
from uploads import LEAST, MIB, Upload, body, etag_of, open_ids

KEY = "dir/a ü+%.bin"


@pytest.fixture
def upload(s3, bucket):
    return Upload(s3, bucket, KEY)


def content(s3, bucket, key=KEY, **settings) -> bytes:
    return s3.get_object(Bucket=bucket, Key=key, **settings)["Body"].read()


def test_parts_in_any_order_make_one_object_in_one_commit(s3, bucket):
    history = History(s3, bucket)
    parts = [body(1), body(2, LEAST + 17), body(3), b"end"]
    with history.grows_by(1):
        upload = Upload(s3, bucket, KEY, ContentType="text/x-mine", Metadata={"made": "so"}, CacheControl="no-cache")
        for number in (3, 1, 4, 2):
            upload.put(number * 10, parts[number - 1])
        done = upload.complete()
    assert content(s3, bucket) == b"".join(parts)
    head = s3.head_object(Bucket=bucket, Key=KEY)
    assert (head["ETag"], head["VersionId"]) == (done["ETag"], done["VersionId"])
    assert done["ETag"] == etag_of(parts)
    assert (head["ContentType"], head["CacheControl"], head["Metadata"]) == ("text/x-mine", "no-cache", {"made": "so"})
    assert head["ContentLength"] == sum(map(len, parts))
    assert open_ids(s3, bucket) == []


def test_nothing_is_seen_before_complete(s3, bucket, upload):
    history = History(s3, bucket)
    with history.grows_by(0):
        upload.put(1, body(1))
        upload.put(2, body(2))
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key=KEY)
    assert [each["Key"] for each in s3.list_objects_v2(Bucket=bucket, Prefix="dir/").get("Contents", [])] == []


def test_part_that_is_sent_again_replaces_the_first(s3, bucket, upload):
    first = upload.put(1, body(1))["ETag"]
    upload.put(2, b"end")
    again = upload.put(1, body(2))["ETag"]
    assert first != again
    listed = s3.list_parts(**upload.named)["Parts"]
    assert [(each["PartNumber"], each["ETag"]) for each in listed] == [(1, again), (2, upload.parts[2]["ETag"])]
    with refused(400, "InvalidPart"):
        s3.complete_multipart_upload(**upload.named, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": first}]})
    upload.complete()
    assert content(s3, bucket) == body(2) + b"end"


def test_only_the_parts_that_complete_names_are_used(s3, bucket, upload):
    for number in (1, 2, 3):
        upload.put(number, body(number))
    assert upload.complete(1, 3)["ETag"] == etag_of([body(1), body(3)])
    assert content(s3, bucket) == body(1) + body(3)


def test_one_small_part_is_enough(s3, bucket, upload):
    upload.put(10_000, b"")
    upload.complete()
    assert content(s3, bucket) == b""


def test_foreign_etags_are_not_compared(s3, bucket, upload):
    upload.put(1, b"small")
    md5 = {"PartNumber": 1, "ETag": '"5d41402abc4b2a76b9719d911017c592"'}
    s3.complete_multipart_upload(**upload.named, MultipartUpload={"Parts": [md5]})
    assert content(s3, bucket) == b"small"


def test_of_a_part_that_is_listed_again_the_last_counts(s3, bucket, upload):
    upload.put(1, b"first")
    first = upload.listed()["Parts"][0]
    upload.put(1, b"second")
    second = upload.listed()["Parts"][0]
    with refused(400, "InvalidPart"):
        s3.complete_multipart_upload(**upload.named, MultipartUpload={"Parts": [second, first]})
    s3.complete_multipart_upload(**upload.named, MultipartUpload={"Parts": [first, second]})
    assert content(s3, bucket) == b"second"


def test_wrong_lists_are_refused_and_the_upload_goes_on(s3, bucket, upload):
    upload.put(1, b"too small")
    upload.put(2, b"end")
    one, two = upload.listed()["Parts"]
    history = History(s3, bucket)
    with history.grows_by(0):
        for parts, code in (
            ([one, two], "EntityTooSmall"),
            ([two, one], "InvalidPartOrder"),
            ([one, {**two, "PartNumber": 3}], "InvalidPart"),
            ([{**one, "ETag": two["ETag"]}], "InvalidPart"),
            ([], "MalformedXML"),
        ):
            with refused(400, code):
                s3.complete_multipart_upload(**upload.named, MultipartUpload={"Parts": parts})
    upload.complete(2)
    assert content(s3, bucket) == b"end"


@pytest.mark.parametrize("number", [0, -1, 10_001])
def test_part_numbers_out_of_range_are_refused(upload, number):
    with refused(400, "InvalidArgument"):
        upload.put(number, b"x")


def test_parts_are_listed_in_pages(s3, upload):
    for number in range(1, 12):
        upload.put(number, b"%d" % number)
    pages = list(s3.get_paginator("list_parts").paginate(**upload.named, PaginationConfig={"PageSize": 4}))
    assert [[each["PartNumber"] for each in page["Parts"]] for page in pages] == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11]]
    assert [page["IsTruncated"] for page in pages] == [True, True, False]
    parts = [each for page in pages for each in page["Parts"]]
    assert [each["ETag"] for each in parts] == [upload.parts[number]["ETag"] for number in range(1, 12)]
    assert [each["Size"] for each in parts] == [1] * 9 + [2] * 2
    now = datetime.datetime.now(datetime.timezone.utc)
    assert all(abs(now - each["LastModified"]) < datetime.timedelta(minutes=5) for each in parts)


def test_uploads_are_listed_in_pages_by_key_and_then_by_start(s3, bucket):
    begun = []
    for key in ("b", "a", "b", "c/1", "b", "c/2", "d"):
        begun.append((key, Upload(s3, bucket, key).id))
        # Uploads of one key are listed in the order of their beginnings, which the gateway knows to the millisecond.
        time.sleep(0.002)
    expected = sorted(begun, key=lambda each: each[0])
    for size in (1, 2, 3, 1000):
        pages = list(
            s3.get_paginator("list_multipart_uploads").paginate(Bucket=bucket, PaginationConfig={"PageSize": size})
        )
        assert [(each["Key"], each["UploadId"]) for page in pages for each in page["Uploads"]] == expected
        assert all(len(page["Uploads"]) <= size for page in pages)


def test_uploads_are_listed_below_a_prefix_and_by_directory(s3, bucket):
    for key in ("a", "c/1", "c/2", "c/d/3", "e/4", "f"):
        Upload(s3, bucket, key)
    below = s3.list_multipart_uploads(Bucket=bucket, Prefix="c/")
    assert [each["Key"] for each in below["Uploads"]] == ["c/1", "c/2", "c/d/3"]
    top = s3.list_multipart_uploads(Bucket=bucket, Delimiter="/")
    assert [each["Key"] for each in top["Uploads"]] == ["a", "f"]
    assert [each["Prefix"] for each in top["CommonPrefixes"]] == ["c/", "e/"]
    both = s3.list_multipart_uploads(Bucket=bucket, Prefix="c/", Delimiter="/")
    assert ([each["Key"] for each in both["Uploads"]], [each["Prefix"] for each in both["CommonPrefixes"]]) == (
        ["c/1", "c/2"],
        ["c/d/"],
    )
    found, pages = [], s3.get_paginator("list_multipart_uploads")
    for page in pages.paginate(Bucket=bucket, Delimiter="/", PaginationConfig={"PageSize": 1}):
        found += [each["Key"] for each in page.get("Uploads", [])]
        found += [each["Prefix"] for each in page.get("CommonPrefixes", [])]
    assert found == ["a", "c/", "e/", "f"]


def test_aborted_upload_is_gone(s3, bucket, upload):
    upload.put(1, b"x")
    history = History(s3, bucket)
    with history.grows_by(0):
        upload.abort()
    assert open_ids(s3, bucket) == []
    for act in (upload.complete, upload.abort, lambda: upload.put(2, b"y"), lambda: s3.list_parts(**upload.named)):
        with refused(404, "NoSuchUpload"):
            act()


def test_completed_upload_takes_no_parts_and_cannot_be_aborted(s3, bucket, upload):
    upload.put(1, b"x")
    upload.complete()
    for act in (upload.abort, lambda: upload.put(2, b"y"), lambda: s3.list_parts(**upload.named)):
        with refused(404, "NoSuchUpload"):
            act()
    assert content(s3, bucket) == b"x"


def test_upload_id_holds_for_its_bucket_and_key_alone(s3, bucket, upload):
    upload.put(1, b"x")
    other = f"master.{access.new_repo()}"
    s3.create_bucket(Bucket=other)
    for elsewhere in ({"Bucket": bucket, "Key": "other"}, {"Bucket": other, "Key": KEY}):
        named = {**elsewhere, "UploadId": upload.id}
        for act in (
            lambda: s3.upload_part(**named, PartNumber=2, Body=b"y"),
            lambda: s3.list_parts(**named),
            lambda: s3.complete_multipart_upload(**named, MultipartUpload=upload.listed()),
            lambda: s3.abort_multipart_upload(**named),
        ):
            with refused(404, "NoSuchUpload"):
                act()
        with refused(404, "NoSuchKey"):
            s3.get_object(**elsewhere)
    upload.complete()
    with refused(404, "NoSuchUpload"):
        s3.complete_multipart_upload(Bucket=other, Key=KEY, UploadId=upload.id, MultipartUpload=upload.listed())


@pytest.mark.parametrize("unknown", ["x", "0" * 32, "ü/../%", "a" * 2000])
def test_unknown_upload_ids_are_refused(s3, bucket, unknown):
    with refused(404, "NoSuchUpload"):
        s3.upload_part(Bucket=bucket, Key=KEY, UploadId=unknown, PartNumber=1, Body=b"x")


def test_object_that_must_be_new_is_refused_at_complete(s3, bucket, upload):
    upload.put(1, b"upload")
    s3.put_object(Bucket=bucket, Key=KEY, Body=b"sooner")
    history = History(s3, bucket)
    with history.grows_by(0), refused(412, "PreconditionFailed"):
        upload.complete(IfNoneMatch="*")
    s3.delete_object(Bucket=bucket, Key=KEY)
    upload.complete(IfNoneMatch="*")
    assert content(s3, bucket) == b"upload"


def test_object_that_must_be_the_same_is_decided_at_complete(s3, bucket, upload):
    upload.put(1, b"upload")
    etag = s3.put_object(Bucket=bucket, Key=KEY, Body=b"one")["ETag"]
    s3.put_object(Bucket=bucket, Key=KEY, Body=b"two")
    with refused(412, "PreconditionFailed"):
        upload.complete(IfMatch=etag)
    upload.complete(IfMatch=s3.head_object(Bucket=bucket, Key=KEY)["ETag"])
    assert content(s3, bucket) == b"upload"


def test_past_keeps_what_an_upload_replaced(s3, bucket):
    versions = []
    for seed in (1, 2):
        upload = Upload(s3, bucket, KEY)
        upload.put(1, body(seed))
        upload.put(2, b"%d" % seed)
        versions.append(upload.complete()["VersionId"])
    for seed, version in zip((1, 2), versions):
        assert content(s3, bucket, VersionId=version) == body(seed) + b"%d" % seed
    assert content(s3, bucket, Range=f"bytes={LEAST - 3}-") == body(2)[-3:] + b"2"
    assert content(s3, bucket, Range=f"bytes={MIB}-{MIB + 9}") == body(2)[MIB : MIB + 10]
