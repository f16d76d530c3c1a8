"""SIGKILL in the middle of part uploads, Completes and Aborts, again and again: what was answered holds, nothing is left over."""

import contextlib
import hashlib
import random

import botocore.exceptions
import pytest

import access
import figures
from kills import assert_checks_clean, load_until_killed
from upload_journal import BUCKET, SOURCE
from upload_writers import UploadWriter
from uploads import LEAST, body, open_ids
from waiting import blobs, wait_until

ROUNDS = figures.amount("ACCEPTANCE_KILL_ROUNDS", usual=2, full=50)
WRITERS = 5
SAMPLE = 20
SWEPT_DEADLINE_SECONDS = 60
# A second, in days.
SECOND = 1 / 86_400


def found(s3, upload):
    """The version that a key holds, None where it holds nothing."""
    try:
        return s3.head_object(Bucket=BUCKET, Key=upload.key)["VersionId"]
    except botocore.exceptions.ClientError as refusal:
        assert refusal.response["ResponseMetadata"]["HTTPStatusCode"] == 404, refusal.response
        return None


def assert_parts_kept(s3, writers):
    """Every part that was answered is listed as it was answered; one without an answer may be listed, too."""
    for upload in (upload for writer in writers for upload in writer.open):
        listed = {each["PartNumber"]: each["ETag"] for each in s3.list_parts(**upload.named).get("Parts", [])}
        for number, etag in upload.etags.items():
            assert listed.get(number) == etag, f"part {number} of {upload.key} is not what was acknowledged"
        assert set(listed) <= set(upload.sent), f"{upload.key} has parts that nobody sent"


def assert_completed(s3, uploads):
    """Each is there wholly, at the version that was answered, and a repeated Complete answers the same."""
    for upload in uploads:
        version, etag = upload.answer
        got = s3.get_object(Bucket=BUCKET, Key=upload.key, VersionId=version)
        assert got["ETag"] == etag
        assert hashlib.sha256(got["Body"].read()).hexdigest() == upload.whole, upload.key
        again = s3.complete_multipart_upload(**upload.named, MultipartUpload=upload.listed)
        assert (again["VersionId"], again["ETag"]) == upload.answer, upload.key


def assert_listing(s3, writers):
    """The branch holds the completed ones and nothing else."""
    expected = {upload.key: upload.answer[1] for upload in completed(writers)}
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix="w")
    assert {each["Key"]: each["ETag"] for page in pages for each in page.get("Contents", [])} == expected


def completed(writers) -> list:
    return [upload for writer in writers for upload in writer.completed]


def assert_kept(s3, writers, chance):
    """Holds every upload to what its writer was told, and settles what it was not told."""
    assert_parts_kept(s3, writers)
    before = completed(writers)
    for writer in writers:
        writer.settle(s3, lambda upload: found(s3, upload))
    now_known = [upload for upload in completed(writers) if upload not in before]
    assert_completed(s3, now_known + chance.sample(before, min(SAMPLE, len(before))))
    assert_listing(s3, writers)


def finish(writers):
    """Completes what was begun before; the parts that got no answer are sent again."""
    for writer in writers:
        for upload in list(writer.open):
            while not upload.has_all:
                writer.send(upload)
            writer.complete(upload)


def assert_swept(s3, data, writers):
    """All that is open is given up, and the bytes of the objects alone are left."""
    wait_until(lambda: open_ids(s3, BUCKET) == [], SWEPT_DEADLINE_SECONDS, "open uploads are given up")
    for writer in writers:
        writer.settle_expired(s3, lambda upload: found(s3, upload))
    expected = LEAST + sum(upload.large_bytes for upload in completed(writers))
    with contextlib.suppress(AssertionError):
        wait_until(lambda: blobs(data) == expected, SWEPT_DEADLINE_SECONDS, "their bytes go")
    assert blobs(data) == expected


@pytest.mark.timeout(5400)
def test_uploads_survive_sigkill_and_leave_nothing_over(start, folder):
    gateway = start()
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key=SOURCE, Body=body(1))
    writers, chance, restarts = [UploadWriter(number) for number in range(WRITERS)], random.Random(11), []
    for _ in range(ROUNDS):
        load_until_killed(gateway, writers, chance.randrange(20, 200))
        assert_checks_clean(gateway.data, folder)
        gateway.start()
        restarts.append(gateway.started_in_seconds)
        s3 = access.client(gateway.url)
        assert_kept(s3, writers, chance)
    finish(writers)
    assert_completed(s3, completed(writers))
    load_until_killed(gateway, writers, 60)
    # Whatever was begun before has been open for longer than this when the sweep looks.
    gateway = start("--upload-expiry", f"{SECOND:.7f}", data=gateway.data)
    s3 = access.client(gateway.url)
    assert_swept(s3, gateway.data, writers)
    assert_completed(s3, completed(writers))
    assert_listing(s3, writers)
    assert gateway.stop() == 0
    assert_checks_clean(gateway.data, folder)
    report(writers, restarts)


def report(writers, restarts):
    aborted = sum(len(writer.aborted) for writer in writers)
    figures.record(
        f"{len(restarts)} kills, {len(completed(writers))} uploads completed and {aborted} aborted or expired: "
        f"restarts took {min(restarts):.2f} to {max(restarts):.2f} s"
    )
