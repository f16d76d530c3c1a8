"""The bytes of parts: they go with what they were for, and while it is wanted they stay."""

import concurrent.futures
import http.client
import threading

import botocore.exceptions
import pytest

import access
from refusals import refused
from uploads import LEAST, MIB, Upload, body, open_ids
from waiting import blobs, wait_until

BUCKET = "master.space"
GONE_DEADLINE_SECONDS = 60
# Two seconds, in days.
SOON = "0.0000232"


@pytest.fixture
def gateway(start):
    return start()


@pytest.fixture
def s3(gateway):
    made = access.client(gateway.url)
    made.create_bucket(Bucket=BUCKET)
    return made


def wait_for_bytes(gateway, expected):
    wait_until(lambda: blobs(gateway.data) == expected, GONE_DEADLINE_SECONDS, f"{expected} bytes of contents are left")


def test_bytes_of_a_part_that_is_replaced_go(gateway, s3):
    upload = Upload(s3, BUCKET, "a")
    for seed in range(1, 5):
        upload.put(1, body(seed))
    wait_for_bytes(gateway, LEAST)
    upload.complete()
    assert s3.get_object(Bucket=BUCKET, Key="a")["Body"].read() == body(4)


def test_bytes_of_parts_that_complete_does_not_name_go(gateway, s3):
    upload = Upload(s3, BUCKET, "a")
    for number in range(1, 5):
        upload.put(number, body(number))
    upload.complete(2, 4)
    wait_for_bytes(gateway, 2 * LEAST)
    assert s3.get_object(Bucket=BUCKET, Key="a")["Body"].read() == body(2) + body(4)


def test_bytes_of_an_aborted_upload_go(gateway, s3):
    upload = Upload(s3, BUCKET, "a")
    for number in range(1, 5):
        upload.put(number, body(number))
    upload.abort()
    wait_for_bytes(gateway, 0)


def race_parts_with_abort(gateway, s3):
    """Aborts while three clients send parts, and send them again; each is told of it, or was done before."""
    upload, barrier = Upload(s3, BUCKET, "a"), threading.Barrier(4)

    def put(number):
        client = access.client(gateway.url)
        barrier.wait()
        try:
            for seed in range(1, 4):
                client.upload_part(**upload.named, PartNumber=number, Body=body(seed))
        except botocore.exceptions.ClientError as refusal:
            assert refusal.response["Error"]["Code"] == "NoSuchUpload", refusal.response

    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        racing = [pool.submit(put, number) for number in (1, 2, 3)]
        barrier.wait()
        upload.abort()
        for each in racing:
            each.result()


def test_parts_that_race_an_abort_leave_nothing(gateway, s3):
    for _ in range(5):
        race_parts_with_abort(gateway, s3)
        assert open_ids(s3, BUCKET) == []
        wait_for_bytes(gateway, 0)


def test_connection_cut_in_the_middle_of_a_part_leaves_the_part_before(gateway, s3):
    upload = Upload(s3, BUCKET, "a")
    kept = upload.put(1, body(1))
    for _ in range(3):
        cut = http.client.HTTPConnection(gateway.host, gateway.port, timeout=60)
        cut.putrequest("PUT", f"/{BUCKET}/a?partNumber=1&uploadId={upload.id}")
        cut.putheader("Content-Length", str(8 * MIB))
        cut.endheaders()
        cut.send(body(2))
        wait_until(lambda: blobs(gateway.data) > LEAST + MIB, GONE_DEADLINE_SECONDS, "the part arrives")
        cut.close()
        wait_for_bytes(gateway, LEAST)
    assert [each["ETag"] for each in s3.list_parts(**upload.named)["Parts"]] == [kept["ETag"]]
    upload.complete()
    assert s3.get_object(Bucket=BUCKET, Key="a")["Body"].read() == body(1)


def test_expired_uploads_go_with_their_bytes_and_so_do_those_of_a_deleted_bucket(start, gateway, s3):
    s3.put_object(Bucket=BUCKET, Key="kept", Body=body(1))
    upload, orphan = Upload(s3, BUCKET, "a"), f"{BUCKET}-deleted"
    upload.put(1, body(2))
    s3.create_bucket(Bucket=orphan)
    Upload(s3, orphan, "a").put(1, body(3))
    s3.delete_bucket(Bucket=orphan)
    gateway.stop()
    upload.s3 = access.client(start("--upload-expiry", SOON, data=gateway.data).url)
    wait_until(lambda: open_ids(upload.s3, BUCKET) == [], GONE_DEADLINE_SECONDS, "the upload is given up")
    with refused(404, "NoSuchUpload"):
        upload.complete()
    wait_for_bytes(gateway, LEAST)
    assert upload.s3.get_object(Bucket=BUCKET, Key="kept")["Body"].read() == body(1)
