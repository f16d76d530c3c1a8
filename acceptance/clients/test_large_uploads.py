"""Uploads larger than the gateway's memory, in many parts, and how long it takes to complete a thousand of them."""

import hashlib
import os
import time

import pyarrow
import pytest

import access
import commands
import figures
from tables import file_system
from uploads import LEAST, MIB, Upload, body

SIZE_MIB = figures.amount("ACCEPTANCE_UPLOAD_MIB", usual=64, full=5 * 1024)
PARTS = figures.amount("ACCEPTANCE_UPLOAD_PARTS", usual=200, full=1_000)
HEAP = "-Xmx256m"
BUCKET = "master.large-uploads"


@pytest.fixture
def small(start, folder):
    """A gateway with a small heap, and a bucket."""
    keys = access.write_keys(folder / "keys.yaml")
    gateway = start("--auth", "keys", "--keys-file", keys, jvm=[HEAP])
    access.client(gateway.url).create_bucket(Bucket=BUCKET)
    return gateway


def blocks():
    """Blocks of one MiB that no two places of an object share, SIZE_MIB of them."""
    seed = os.urandom(MIB)
    for number in range(SIZE_MIB):
        yield number.to_bytes(8, "big") + seed[8:]


def report(client, began, between):
    after = time.monotonic()
    figures.record(
        f"{SIZE_MIB} MiB in parts of 8 MiB from {client} with {HEAP}: "
        f"up {SIZE_MIB / (between - began):.0f} MiB/s, down {SIZE_MIB / (after - between):.0f} MiB/s"
    )


@pytest.mark.timeout(3600)
def test_aws_cli_moves_a_file_larger_than_the_heap(small, folder):
    aws = commands.aws(small, folder, multipart_chunksize="8MB")
    sent, received = hashlib.sha256(), hashlib.sha256()
    with open(folder / "up", "wb") as file:
        for block in blocks():
            file.write(block)
            sent.update(block)
    began = time.monotonic()
    aws("s3", "cp", "--no-progress", folder / "up", f"s3://{BUCKET}/f", timeout=1800)
    between = time.monotonic()
    (folder / "up").unlink()
    aws("s3", "cp", "--no-progress", f"s3://{BUCKET}/f", folder / "down", timeout=1800)
    report("the aws cli", began, between)
    with open(folder / "down", "rb") as file:
        while block := file.read(MIB):
            received.update(block)
    assert received.digest() == sent.digest()
    head = access.client(small.url).head_object(Bucket=BUCKET, Key="f", PartNumber=1)
    assert (head["PartsCount"], head["ContentLength"]) == (SIZE_MIB // 8, 8 * MIB)


@pytest.mark.timeout(3600)
def test_pyarrow_streams_more_than_the_heap(small):
    files, sent, received = file_system(small), hashlib.sha256(), hashlib.sha256()
    began = time.monotonic()
    with files.open_output_stream(f"{BUCKET}/f", buffer_size=8 * MIB) as stream:
        for block in blocks():
            stream.write(block)
            sent.update(block)
    between = time.monotonic()
    with files.open_input_stream(f"{BUCKET}/f") as stream:
        while block := stream.read(MIB):
            received.update(block)
    report(f"pyarrow {pyarrow.__version__}", began, between)
    assert received.digest() == sent.digest()
    assert access.client(small.url).head_object(Bucket=BUCKET, Key="f")["ContentLength"] == SIZE_MIB * MIB


@pytest.mark.timeout(1800)
def test_many_parts_are_completed(small):
    s3 = access.client(small.url)
    s3.put_object(Bucket=BUCKET, Key="source", Body=body(1))
    upload = Upload(s3, BUCKET, "many")
    # Copied parts take no bytes, and Complete finds the same number of them.
    for number in range(1, PARTS):
        upload.copy(number, {"Bucket": BUCKET, "Key": "source"})
    upload.put(PARTS, b"end")
    before = time.monotonic()
    done = upload.complete()
    figures.record(f"Complete of {PARTS} parts with {HEAP}: {time.monotonic() - before:.3f} s")
    head = s3.head_object(Bucket=BUCKET, Key="many", PartNumber=1)
    assert (head["PartsCount"], head["ETag"], head["VersionId"]) == (PARTS, done["ETag"], done["VersionId"])
    tail = s3.get_object(Bucket=BUCKET, Key="many", Range=f"bytes={(PARTS - 1) * LEAST - 3}-")["Body"].read()
    assert tail == body(1)[-3:] + b"end"
