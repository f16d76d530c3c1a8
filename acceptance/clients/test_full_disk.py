"""A disk that runs full under the gateway: it says so, goes on reading and deleting, and recovers by itself."""

import contextlib
import hashlib
import os
import subprocess

import botocore.exceptions
import pytest

import access
import gateway as gateways
from waiting import wait_until

MIB = 1024 * 1024
DISK_MIB = 256
BODY_BYTES = 3 * MIB
RECOVERY_DEADLINE_SECONDS = 90
BUCKET = "master.full"


@pytest.fixture
def disk(tmp_path):
    """A small file system of its own."""
    if os.geteuid() != 0:
        pytest.skip("mounting a tmpfs needs root")
    mount = tmp_path / "disk"
    mount.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_MIB}m", "tmpfs", str(mount)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        pytest.skip(f"a tmpfs cannot be mounted here: {done.stderr.strip()}")
    yield mount
    subprocess.run(["umount", "-l", str(mount)], check=True)


def body_of(key) -> bytes:
    """Bytes that differ from key to key."""
    return hashlib.sha256(key.encode()).digest() * (BODY_BYTES // 32)


def put(s3, key):
    """Puts a body; answers None, or the refusal's status and code."""
    try:
        s3.put_object(Bucket=BUCKET, Key=key, Body=body_of(key))
        return None
    except botocore.exceptions.ClientError as refusal:
        return refusal.response["ResponseMetadata"]["HTTPStatusCode"], refusal.response["Error"]["Code"]


def fill(s3):
    """Puts bodies until the first refusal; answers the keys that are in, and the refusal."""
    kept = []
    for number in range(2 * DISK_MIB * MIB // BODY_BYTES):
        key = f"k{number:04d}"
        refusal = put(s3, key)
        if refusal:
            return kept, refusal
        kept.append(key)
    raise AssertionError("the disk never ran full")


def assert_kept(s3, keys):
    for key in keys:
        assert s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() == body_of(key), key


@pytest.mark.timeout(600)
def test_full_disk_refuses_writes_and_nothing_else(start, disk):
    gateway = start(data=disk / "data")
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket=BUCKET)
    kept, (status, code) = fill(s3)
    assert len(kept) > 10
    assert status in (503, 507) and code, (status, code)
    assert_kept(s3, kept)
    listed = [each["Key"] for each in s3.list_objects_v2(Bucket=BUCKET)["Contents"]]
    assert listed == kept
    for key in kept[:5]:
        s3.delete_object(Bucket=BUCKET, Key=key)
    assert_kept(s3, kept[5:])
    assert [each["Key"] for each in s3.list_objects_v2(Bucket=BUCKET)["Contents"]] == kept[5:]


@pytest.mark.timeout(600)
def test_writes_come_back_with_the_space_and_nothing_is_lost(start, disk):
    gateway = start(data=disk / "data")
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket=BUCKET)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(DISK_MIB * MIB // 2))
    kept, _ = fill(s3)
    with contextlib.suppress(botocore.exceptions.ClientError):
        s3.put_object(Bucket=BUCKET, Key="small", Body=b"x")
    ballast.unlink()
    wait_until(lambda: put(s3, "again") is None, RECOVERY_DEADLINE_SECONDS, "writes work again")
    assert_kept(s3, [*kept, "again"])
    gateway.restart()
    assert_kept(access.client(gateway.url), [*kept, "again"])
    gateway.stop()
    answer = gateways.check(gateway.data)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.timeout(600)
def test_gateway_starts_on_a_full_disk_and_still_reads(start, disk):
    gateway = start(data=disk / "data")
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket=BUCKET)
    kept, _ = fill(s3)
    gateway.restart()
    s3 = access.client(gateway.url)
    assert_kept(s3, kept)
