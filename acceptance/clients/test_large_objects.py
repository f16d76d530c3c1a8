"""Bodies larger than the gateway's memory: streamed in and out, hashed on the way, and gone when they were cut off."""

import contextlib
import hashlib
import http.client
import os
import socket
import time

import pytest

import access
import figures
import wire
from history import History
from waiting import stored, wait_until

MIB = 1024 * 1024
SIZE_MIB = figures.amount("ACCEPTANCE_LARGE_MIB", usual=300, full=5 * 1024 + 1)
HEAP = "-Xmx256m"
GONE_DEADLINE_SECONDS = 60


def blocks(count):
    """`count` MiB that do not compress and that no two gateways could confuse, in blocks of one MiB."""
    seed = os.urandom(MIB)
    for number in range(count):
        yield number.to_bytes(8, "big") + seed[8:]


@pytest.fixture
def small(start, folder):
    """A gateway with a small heap."""
    keys = access.write_keys(folder / "keys.yaml")
    return start("--auth", "keys", "--keys-file", keys, jvm=[HEAP])


@pytest.fixture
def target(small):
    access.client(small.url).create_bucket(Bucket="master.large")
    return "/master.large/large"


def put(gateway, path, body, size, headers):
    """Streams a body; answers how it went and the body's hash."""
    connection = http.client.HTTPConnection(gateway.host, gateway.port, timeout=600)
    digest = hashlib.sha256()
    connection.putrequest("PUT", path, skip_accept_encoding=True)
    for name, value in {**headers, "Content-Length": str(size)}.items():
        connection.putheader(name, value)
    connection.endheaders()
    for block, counted in body:
        digest.update(counted)
        connection.send(block)
    with contextlib.closing(connection):
        return wire.read(connection.getresponse()), digest.hexdigest()


def got(gateway, path):
    """Reads an object to its end without keeping it; answers its size and hash."""
    connection = http.client.HTTPConnection(gateway.host, gateway.port, timeout=600)
    connection.request("GET", path, headers=wire.sign(gateway, "GET", path, "", {}))
    response, digest, size = connection.getresponse(), hashlib.sha256(), 0
    assert response.status == 200
    with contextlib.closing(connection):
        while block := response.read(MIB):
            digest.update(block)
            size += len(block)
    return size, digest.hexdigest()


@pytest.mark.timeout(1800)
def test_object_larger_than_the_heap_goes_in_and_out(small, target):
    before = time.monotonic()
    headers = wire.sign(small, "PUT", target, "", {})
    answer, sent = put(small, target, ((block, block) for block in blocks(SIZE_MIB)), SIZE_MIB * MIB, headers)
    between = time.monotonic()
    assert answer.status == 200, answer
    assert answer.headers["etag"] == f'"{sent}-1"'
    assert got(small, target) == (SIZE_MIB * MIB, sent)
    after = time.monotonic()
    figures.record(
        f"{SIZE_MIB} MiB with {HEAP}: PUT {SIZE_MIB / (between - before):.0f} MiB/s, GET {SIZE_MIB / (after - between):.0f} MiB/s"
    )


@pytest.mark.timeout(600)
def test_signed_chunks_larger_than_the_heap_go_in(small, target):
    chunks = list(blocks(4)) * 75
    named = {"Content-Encoding": "aws-chunked", "X-Amz-Decoded-Content-Length": str(300 * MIB)}
    headers = wire.sign(small, "PUT", target, "", named, payload=wire.STREAMING)
    framed = zip(wire.signed_chunks(headers, chunks), [*chunks, b""])
    # Each chunk of 1 MiB: its length in hex, its signature, and the line ends.
    size = 300 * (MIB + len(f"{MIB:x};chunk-signature=") + 64 + 4) + len("0;chunk-signature=") + 64 + 4
    answer, sent = put(small, target, framed, size, headers)
    assert answer.status == 200, answer
    assert got(small, target) == (300 * MIB, sent)


def test_connection_cut_in_the_middle_leaves_nothing(small, target):
    s3 = access.client(small.url)
    history, before = History(s3, "master.large"), stored(small.data)
    headers = wire.sign(small, "PUT", target, "", {}) | {"Content-Length": str(200 * MIB)}
    head = [f"PUT {target} HTTP/1.1", f"Host: {small.host}:{small.port}", *[f"{name}: {value}" for name, value in headers.items()]]
    with socket.create_connection((small.host, small.port), timeout=60) as raw:
        raw.sendall("\r\n".join([*head, "", ""]).encode())
        for block in blocks(100):
            raw.sendall(block)
        wait_until(lambda: stored(small.data) > before + 50 * MIB, GONE_DEADLINE_SECONDS, "the body arrives")
    wait_until(lambda: stored(small.data) < before + 2 * MIB, GONE_DEADLINE_SECONDS, "its bytes go")
    assert history.commits() == 0
    assert s3.list_objects_v2(Bucket="master.large")["KeyCount"] == 1
    assert wire.signed(small, "GET", target).status == 404


def test_refused_body_leaves_nothing(small, target):
    s3 = access.client(small.url)
    history, before = History(s3, "master.large"), stored(small.data)
    headers = wire.sign(small, "PUT", target, "", {"Content-MD5": "AAAAAAAAAAAAAAAAAAAAAA=="})
    answer, _ = put(small, target, ((block, block) for block in blocks(64)), 64 * MIB, headers)
    assert (answer.status, answer.error_code) == (400, "BadDigest")
    wait_until(lambda: stored(small.data) < before + 2 * MIB, GONE_DEADLINE_SECONDS, "its bytes go")
    assert history.commits() == 0


def test_download_that_is_cut_does_not_disturb_others(small, target):
    headers = wire.sign(small, "PUT", target, "", {})
    answer, sent = put(small, target, ((block, block) for block in blocks(64)), 64 * MIB, headers)
    assert answer.status == 200
    for _ in range(20):
        connection = http.client.HTTPConnection(small.host, small.port, timeout=60)
        connection.request("GET", target, headers=wire.sign(small, "GET", target, "", {}))
        assert len(connection.getresponse().read(MIB)) == MIB
        connection.close()
    assert got(small, target) == (64 * MIB, sent)
