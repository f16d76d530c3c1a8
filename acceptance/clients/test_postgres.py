"""The bookkeeping of uploads on PostgreSQL: what is told while it is gone, and that nothing is lost when it is back."""

import concurrent.futures
import threading
import time

import pytest

import access
import figures
import uploads
import wire
from history import History
from postgres import CHOSEN
from uploads import Upload, body, open_ids
from waiting import wait_until

BUCKET = "master.outage"
RETURN_DEADLINE_SECONDS = 60


@pytest.fixture
def kept(start, postgres, folder):
    """A gateway whose bookkeeping is on PostgreSQL, and that has a bucket."""
    keys = access.write_keys(folder / "keys.yaml")
    data = folder / "data"
    gateway = start("--auth", "keys", "--keys-file", keys, *postgres.options(data), data=data)
    access.client(gateway.url).create_bucket(Bucket=BUCKET)
    return gateway


@pytest.fixture
def s3(kept):
    return access.client(kept.url, attempts=1)


@pytest.fixture
def outage(postgres):
    """Stops PostgreSQL; it is started again when the test ends, whatever became of it."""
    yield postgres
    postgres.stop()
    postgres.start()


def calls(upload):
    """Every call that needs the bookkeeping, as method, query and body."""
    listed = "".join(
        f"<Part><PartNumber>{number}</PartNumber><ETag>{answer['ETag']}</ETag></Part>"
        for number, answer in upload.parts.items()
    )
    complete = f"<CompleteMultipartUpload>{listed}</CompleteMultipartUpload>".encode()
    return [
        ("POST", "uploads=", b""),
        ("PUT", f"partNumber=1&uploadId={upload.id}", b"x" * 100_000),
        ("GET", f"uploadId={upload.id}", b""),
        ("POST", f"uploadId={upload.id}", complete),
        ("DELETE", f"uploadId={upload.id}", b""),
    ]


def test_uploads_are_refused_while_it_is_gone_and_all_else_goes_on(kept, s3, outage):
    upload = Upload(s3, BUCKET, "a")
    upload.put(1, body(1))
    upload.put(2, b"end")
    s3.put_object(Bucket=BUCKET, Key="before", Body=b"before")
    history = History(s3, BUCKET)
    outage.stop()
    slowest = 0.0
    for method, query, payload in calls(upload):
        before = time.monotonic()
        answer = wire.signed(kept, method, f"/{BUCKET}/a", query, body=payload)
        assert (answer.status, answer.error_code) in ((503, "SlowDown"), (503, "ServiceUnavailable")), (method, query, answer)
        slowest = max(slowest, time.monotonic() - before)
        assert int(answer.headers["retry-after"]) > 0
        assert "jdbc" not in answer.error_message.lower() and "postgres" not in answer.error_message.lower()
    assert wire.signed(kept, "GET", f"/{BUCKET}", "uploads=").status == 503
    figures.record(f"without PostgreSQL a call for an upload is refused within {slowest:.1f} s")
    assert s3.get_object(Bucket=BUCKET, Key="before")["Body"].read() == b"before"
    s3.put_object(Bucket=BUCKET, Key="during", Body=b"during")
    assert history.commits() == 1
    outage.start()
    wait_until(lambda: wire.signed(kept, "GET", f"/{BUCKET}", "uploads=").status == 200, RETURN_DEADLINE_SECONDS, "uploads")
    assert open_ids(s3, BUCKET) == [upload.id]
    assert [each["ETag"] for each in s3.list_parts(**upload.named)["Parts"]] == [upload.parts[n]["ETag"] for n in (1, 2)]
    first = upload.complete()
    assert upload.complete()["VersionId"] == first["VersionId"]
    assert s3.get_object(Bucket=BUCKET, Key="a")["Body"].read() == body(1) + b"end"


def test_uploads_in_the_middle_of_it_go_on_when_it_is_back(kept, outage):
    """Clients that try again see nothing of an outage but its length."""
    under_way, parts = threading.Barrier(3), 4

    def write(number):
        s3 = access.client(kept.url, attempts=20)
        upload = Upload(s3, BUCKET, f"k{number}")
        under_way.wait()
        for part in range(1, parts + 1):
            upload.put(part, body(number))
        return upload, upload.complete()

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        running = [pool.submit(write, number) for number in range(2)]
        under_way.wait()
        outage.stop()
        outage.start()
        done = [each.result() for each in running]
    s3 = access.client(kept.url)
    for number, (upload, answer) in enumerate(done):
        assert answer["ETag"] == uploads.etag_of([body(number)] * parts)
        got = s3.get_object(Bucket=BUCKET, Key=upload.at["Key"], VersionId=answer["VersionId"])
        assert got["Body"].read() == body(number) * parts
    assert open_ids(s3, BUCKET) == []


def test_uploads_outlive_the_gateway_and_the_database(kept, s3, outage):
    upload = Upload(s3, BUCKET, "a")
    upload.put(1, body(1))
    outage.stop()
    outage.start()
    kept.restart()
    upload.s3 = access.client(kept.url)
    upload.put(2, b"end")
    upload.complete()
    assert upload.s3.get_object(Bucket=BUCKET, Key="a")["Body"].read() == body(1) + b"end"
    assert open_ids(upload.s3, BUCKET) == []


def test_gateways_that_should_be_on_it_are(gateway):
    """Holds the run with ACCEPTANCE_BOOKKEEPING=postgres to its name."""
    assert (gateway.data / "bookkeeping").exists() != CHOSEN
