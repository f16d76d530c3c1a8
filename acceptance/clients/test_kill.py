"""SIGKILL in the middle of many writers, again and again: what was answered holds, and what was not is whole or absent."""

import random
import time

import botocore.exceptions
import pytest

import access
import figures
from kills import assert_checks_clean, load_until_killed
from writers import BUCKET, Writer, hash_at

ROUNDS = figures.amount("ACCEPTANCE_KILL_ROUNDS", usual=5, full=50)
WRITERS = 8
SAMPLE = 400


def assert_kept(s3, writers):
    """Holds every key to its journal, and the listing to both."""
    expected = {}
    for writer in writers:
        writer.journal.settle(lambda key: hash_at(s3, key))
        for key, content in writer.journal.state.items():
            assert hash_at(s3, key) == content, f"{key} is not what was acknowledged"
            if content is not None:
                expected[key] = f'"{content}-1"'
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
    assert {each["Key"]: each["ETag"] for page in pages for each in page.get("Contents", [])} == expected


def assert_versions(s3, writers, chance, sample):
    """Holds acknowledged versions to their bytes, and acknowledged deletions to their markers."""
    versions = [item for writer in writers for item in writer.journal.versions.items()]
    for (key, version), content in chance.sample(versions, min(sample, len(versions))):
        assert hash_at(s3, key, VersionId=version) == content, f"{key} at {version}"
    deletions = [item for writer in writers for item in writer.journal.deletions]
    for key, version in chance.sample(deletions, min(sample // 4, len(deletions))):
        with pytest.raises(botocore.exceptions.ClientError) as marker:
            s3.head_object(Bucket=BUCKET, Key=key, VersionId=version)
        assert marker.value.response["ResponseMetadata"]["HTTPStatusCode"] == 405, f"{key} at {version}"


@pytest.mark.timeout(3600)
def test_what_was_acknowledged_survives_sigkill(start, folder):
    gateway = start()
    access.client(gateway.url).create_bucket(Bucket=BUCKET)
    writers, chance, restarts = [Writer(number) for number in range(WRITERS)], random.Random(7), []
    for _ in range(ROUNDS):
        load_until_killed(gateway, writers, chance.randrange(50, 900))
        assert_checks_clean(gateway.data, folder)
        before = time.monotonic()
        gateway.start()
        s3 = access.client(gateway.url)
        s3.head_bucket(Bucket=BUCKET)
        restarts.append(time.monotonic() - before)
        assert_kept(s3, writers)
        assert_versions(s3, writers, chance, SAMPLE)
    assert_versions(access.client(gateway.url), writers, chance, SAMPLE * 10)
    gateway.stop()
    assert_checks_clean(gateway.data, folder)
    assert sum(writer.refusals for writer in writers) > 0
    report(writers, restarts)


def report(writers, restarts):
    versions = sum(len(writer.journal.versions) for writer in writers)
    figures.record(
        f"{len(restarts)} kills, {versions} acknowledged versions: restarts took {min(restarts):.2f} to {max(restarts):.2f} s"
    )
