"""A gateway on a pachd, with its bookkeeping on PostgreSQL, while one of the three or the network between them is gone for a while.

What was answered with success holds, what was refused is not there, every answer is S3's, and all of it goes on by itself. The pachd is
the embedded file system, served as one; with ACCEPTANCE_PACHD=grpc://HOST:PORT it is a real one, which the commands in
ACCEPTANCE_PACHD_KILL and ACCEPTANCE_PACHD_START end and start again.
"""

import contextlib
import hashlib
import time

import botocore.exceptions
import pytest

import access
import figures
import pachds
import upload_journal
import wire
import writers
from proxy import Proxy
from shifts import Shift, timed
from upload_journal import SOURCE
from upload_writers import told
from uploads import body

CUT_SECONDS = figures.amount("ACCEPTANCE_CUT_SECONDS", usual=3, full=30)
WRITERS, UPLOADERS = 4, 2
ANSWERS = 25
WORK_DEADLINE_SECONDS = 300
RETURN_DEADLINE_SECONDS = 120


class Site:
    """The three and the two networks between them."""

    def __init__(self, start, folder, postgres):
        self.postgres = postgres
        self.pachd = pachds.at_hand(folder)
        self.to_pachd, self.to_postgres = Proxy(self.pachd.address), Proxy(("127.0.0.1", postgres.port))
        keys, data = access.write_keys(folder / "keys.yaml"), folder / "data"
        database = [each.replace(f":{postgres.port}/", f":{self.to_postgres.port}/") for each in postgres.options(data)]
        pfs = f"grpc://127.0.0.1:{self.to_pachd.port}"
        self.gateway = start("--auth", "keys", "--keys-file", keys, "--pfs", pfs, *database, data=data)

    def prepare(self):
        """Makes the buckets anew: those of an earlier run on the same pachd may be there."""
        s3 = self.s3
        for bucket in (writers.BUCKET, upload_journal.BUCKET):
            with contextlib.suppress(botocore.exceptions.ClientError):
                s3.delete_bucket(Bucket=bucket)
            s3.create_bucket(Bucket=bucket)
        s3.put_object(Bucket=upload_journal.BUCKET, Key=SOURCE, Body=body(1))
        s3.put_object(Bucket=writers.BUCKET, Key="steady", Body=b"there before and after")
        return self

    @property
    def s3(self):
        return access.client(self.gateway.url)

    def close(self):
        self.to_pachd.close()
        self.to_postgres.close()
        self.pachd.close()


@pytest.fixture
def site(start, folder, postgres):
    made = Site(start, folder, postgres)
    yield made.prepare()
    made.close()


def assert_refuses(site):
    """Each kind of request is answered at once, in S3's way, that it cannot be done now."""
    at = f"/{writers.BUCKET}"
    for method, path, query, payload in (
        ("GET", f"{at}/steady", "", b""),
        ("PUT", f"{at}/refused", "", b"x" * 1000),
        ("DELETE", f"{at}/steady", "", b""),
        ("GET", at, "list-type=2", b""),
        ("POST", f"{at}/refused", "uploads=", b""),
    ):
        answer = wire.signed(site.gateway, method, path, query, body=payload)
        assert (answer.status, answer.error_code) == (503, "ServiceUnavailable"), (method, path, query, answer)
        assert int(answer.headers["retry-after"]) > 0


@contextlib.contextmanager
def pachd_killed(site):
    site.pachd.kill()
    assert_refuses(site)
    yield
    site.pachd.start()


@contextlib.contextmanager
def postgres_stopped(site):
    site.postgres.stop()
    assert_refuses(site)
    yield
    site.postgres.start()


@contextlib.contextmanager
def gateway_killed(site):
    site.gateway.kill()
    yield
    site.gateway.start()


@contextlib.contextmanager
def network_cut(proxy):
    proxy.cut()
    time.sleep(CUT_SECONDS)
    yield
    proxy.mend()


FAULTS = {
    "pachd is killed": pachd_killed,
    "PostgreSQL is stopped": postgres_stopped,
    "the gateway is killed": gateway_killed,
    "the network to pachd is cut": lambda site: network_cut(site.to_pachd),
    "the network to PostgreSQL is cut": lambda site: network_cut(site.to_postgres),
}


def assert_objects_kept(s3, shift):
    """Every key holds what its writer was told, or the whole of the one request that it was told nothing of; nothing else is there."""
    expected = {"steady"}
    for writer in shift.writers:
        writer.journal.settle(lambda key: writers.hash_at(s3, key))
        for key, content in writer.journal.state.items():
            assert writers.hash_at(s3, key) == content, f"{key} is not what was acknowledged"
        expected |= {key for key, content in writer.journal.state.items() if content is not None}
    assert listed(s3, writers.BUCKET) == expected
    for writer in shift.writers:
        for (key, version), content in writer.journal.versions.items():
            assert writers.hash_at(s3, key, VersionId=version) == content, f"{key} at {version}"


def assert_uploads_kept(s3, shift):
    """Every upload that was completed is there, and repeating its Complete answers the same; parts that were answered are listed."""
    expected = {SOURCE}
    for writer in shift.uploaders:
        for upload in writer.open:
            parts = {each["PartNumber"]: each["ETag"] for each in s3.list_parts(**upload.named).get("Parts", [])}
            assert {number: parts.get(number) for number in upload.etags} == upload.etags, upload.key
        # What the key holds before names the commit that is read there, and says nothing of who made it.
        writer.settle(s3, lambda upload: None)
        for upload in writer.completed:
            got = s3.get_object(Bucket=upload_journal.BUCKET, Key=upload.key)
            assert hashlib.sha256(got["Body"].read()).hexdigest() == upload.whole, upload.key
            again = s3.complete_multipart_upload(**upload.named, MultipartUpload=upload.listed)
            (first, first_etag), (second, second_etag) = upload.answer, told(again)
            assert second_etag == first_etag, upload.key
            assert second == first or None in (first, second), upload.key
            expected.add(upload.key)
    assert listed(s3, upload_journal.BUCKET) == expected


def listed(s3, bucket) -> set:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return {each["Key"] for page in pages for each in page.get("Contents", [])}


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_that_was_answered_is_lost_when(fault, site):
    shift = Shift(WRITERS, UPLOADERS)
    with shift.at_work(site.gateway) as progress:
        progress.await_more(ANSWERS, WORK_DEADLINE_SECONDS)
        with FAULTS[fault](site):
            pass
        back = timed(lambda: progress.await_more(ANSWERS, RETURN_DEADLINE_SECONDS))
    assert_objects_kept(site.s3, shift)
    assert_uploads_kept(site.s3, shift)
    puts = sum(len(writer.journal.versions) for writer in shift.writers)
    done = sum(len(writer.completed) for writer in shift.uploaders)
    figures.record(
        f"{fault}: {puts} versions and {done} uploads kept, {shift.unavailable} requests without an outcome, {back:.1f} s for"
        f" {ANSWERS} more answers"
    )
