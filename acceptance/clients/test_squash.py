"""Squashing old commits, as an operator does it: the gateway stopped, the jar run with `squash`, the gateway started again."""

import hashlib
import re
import time

import pytest

import access
import figures
import gateway as gateways
from refusals import refused

BUCKET = "master.photos"
LARGE = 100_000
VERSIONS = figures.amount("SQUASH_VERSIONS", 12, 100)
KILLS = figures.amount("SQUASH_KILLS", 3, 20)


def body(key, version, size):
    return hashlib.sha256(f"{key} {version}".encode()).digest() * (size // 32)


def size_of(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def squash(data, *options):
    return gateways.run("squash", "--data", data, *options, timeout=600)


def pages(s3, bucket):
    """What a listing of all versions shows, over pages of three."""
    shown, markers = [], {}
    while True:
        page = s3.list_object_versions(Bucket=bucket, MaxKeys=3, **markers)
        shown += [(each["Key"], each["VersionId"], each["IsLatest"]) for each in page.get("Versions", [])]
        shown += [(each["Key"], each["VersionId"], "deleted") for each in page.get("DeleteMarkers", [])]
        if not page["IsTruncated"]:
            return sorted(shown)
        markers = {"KeyMarker": page["NextKeyMarker"], "VersionIdMarker": page["NextVersionIdMarker"]}


@pytest.fixture
def filled(start):
    """A gateway with many versions of two keys, a third that was deleted, and the version ids by key."""
    gateway = start()
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket=BUCKET)
    versions = {key: [] for key in ("small", "large")}
    for version in range(VERSIONS):
        for key, size in (("small", 1024), ("large", LARGE)):
            versions[key].append(s3.put_object(Bucket=BUCKET, Key=key, Body=body(key, version, size))["VersionId"])
    s3.put_object(Bucket=BUCKET, Key="deleted", Body=b"short-lived")
    s3.delete_object(Bucket=BUCKET, Key="deleted")
    s3.put_object(Bucket=BUCKET, Key="last", Body=b"last", Metadata={"kept": "yes"})
    return gateway, versions


def read(s3, key, version=None):
    answer = s3.get_object(Bucket=BUCKET, Key=key, **({"VersionId": version} if version else {}))
    return answer["Body"].read(), answer["ETag"], answer["LastModified"], answer["ContentType"], answer["Metadata"]


def test_what_is_kept_shows_what_it_did_and_the_rest_is_gone(filled):
    gateway, versions = filled
    s3 = access.client(gateway.url)
    keys = [each["Key"] for each in s3.list_objects_v2(Bucket=BUCKET)["Contents"]]
    before = {key: read(s3, key) for key in keys}
    gateway.stop()
    held = size_of(gateway.data)
    dry = squash(gateway.data, "--older-than", "0d", "--dry-run")
    assert dry.returncode == 0, dry.stderr
    answer = squash(gateway.data, "--older-than", "0d")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    commits = 2 * VERSIONS + 3
    assert re.search(rf": {commits} commits would go, with {2 * VERSIONS} versions", dry.stdout)
    assert re.search(rf": {commits} commits are gone, with {2 * VERSIONS} versions", answer.stdout)
    assert size_of(gateway.data / "blobs") == LARGE // 32 * 32
    assert size_of(gateway.data) < held
    assert gateways.check(gateway.data).returncode == 0

    gateway.restart()
    s3 = access.client(gateway.url)
    head = s3.get_object(Bucket=BUCKET, Key="last")["VersionId"]
    assert {key: read(s3, key) for key in keys} == before
    assert {key: read(s3, key, "HEAD") for key in keys} == before
    assert pages(s3, BUCKET) == [(key, head, True) for key in sorted(keys)]
    assert {s3.head_object(Bucket=BUCKET, Key=key)["VersionId"] for key in keys} == {head}
    for version in [*versions["small"], *versions["large"], "HEAD^"]:
        with refused(404, "NoSuchVersion"):
            s3.get_object(Bucket=BUCKET, Key="small", VersionId=version)
    with refused(404, "NoSuchBucket"):
        s3.list_objects_v2(Bucket=f"{versions['small'][0]}.{BUCKET}")
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=BUCKET, Key="deleted")
    figures.record(f"squash: {held} bytes became {size_of(gateway.data)}")


def test_what_is_young_enough_stays(filled):
    gateway, versions = filled
    gateway.stop()
    answer = squash(gateway.data, "--older-than", "1h")
    assert answer.returncode == 0, answer.stderr
    assert ": 0 commits are gone" in answer.stdout
    gateway.restart()
    s3 = access.client(gateway.url)
    for version, name in enumerate(versions["small"]):
        assert read(s3, "small", name)[0] == body("small", version, 1024)


def test_squash_that_is_killed_leaves_a_sound_folder_and_is_ended_by_the_next(filled):
    gateway, _ = filled
    gateway.stop()
    for kill in range(KILLS):
        process = gateways.start_process("squash", "--data", gateway.data, "--older-than", "0d")
        time.sleep(0.3 + 0.4 * kill)
        process.kill()
        process.wait()
        assert gateways.check(gateway.data).returncode == 0
        gateway.start()
        s3 = access.client(gateway.url)
        for key, size in (("small", 1024), ("large", LARGE)):
            assert read(s3, key)[0] == body(key, VERSIONS - 1, size)
        for key, version, kind in pages(s3, BUCKET):
            if kind != "deleted":
                assert read(s3, key, version)[0]
        gateway.stop()
    assert squash(gateway.data, "--older-than", "0d").returncode == 0
    assert gateways.check(gateway.data).returncode == 0
    gateway.start()
    s3 = access.client(gateway.url)
    assert len(pages(s3, BUCKET)) == 3
    assert read(s3, "large")[0] == body("large", VERSIONS - 1, LARGE)


def test_squash_is_refused_while_the_gateway_runs(filled):
    gateway, _ = filled
    answer = squash(gateway.data, "--older-than", "0d")
    assert answer.returncode == 1
    assert "in use by another process" in answer.stderr


def test_squash_without_an_age_is_refused(folder):
    answer = squash(folder / "data")
    assert answer.returncode == 2
    assert "--older-than" in answer.stderr
    assert not (folder / "data").exists()
