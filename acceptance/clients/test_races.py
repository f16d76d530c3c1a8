"""Races for one key at full width: writers that ask for absence, and writers that count."""

import concurrent.futures
import threading

import botocore.exceptions
import pytest

import access
import figures

CREATORS = 32
COUNTERS = 16
ROUNDS = figures.amount("ACCEPTANCE_RACE_ROUNDS", usual=20, full=200)
STEPS = figures.amount("ACCEPTANCE_RACE_STEPS", usual=5, full=50)


def status(act):
    """The HTTP status of a call, whether it went well or not."""
    try:
        return act()["ResponseMetadata"]["HTTPStatusCode"]
    except botocore.exceptions.ClientError as refusal:
        return refusal.response["ResponseMetadata"]["HTTPStatusCode"]


@pytest.mark.timeout(1800)
def test_of_those_who_ask_for_absence_one_wins_in_every_round(gateway, s3, bucket):
    barrier = threading.Barrier(CREATORS)

    def race(number):
        client, seen = access.client(gateway.url), []
        for turn in range(ROUNDS):
            barrier.wait()
            put = {"Bucket": bucket, "Key": f"prize-{turn:03d}", "Body": b"%d" % number, "IfNoneMatch": "*"}
            seen.append(status(lambda: client.put_object(**put)))
        return seen

    with concurrent.futures.ThreadPoolExecutor(CREATORS) as pool:
        statuses = list(pool.map(race, range(CREATORS)))
    for turn in range(ROUNDS):
        of_turn = [seen[turn] for seen in statuses]
        assert sorted(of_turn) == [200] + [412] * (CREATORS - 1), turn
        kept = s3.get_object(Bucket=bucket, Key=f"prize-{turn:03d}")["Body"].read()
        assert kept == b"%d" % of_turn.index(200), turn
    listed = s3.get_paginator("list_object_versions").paginate(Bucket=bucket)
    assert sum(len(page.get("Versions", [])) for page in listed) == ROUNDS


@pytest.mark.timeout(1800)
def test_counter_that_is_swapped_under_its_etag_loses_no_step(gateway, s3, bucket):
    s3.put_object(Bucket=bucket, Key="counter", Body=b"0")
    barrier = threading.Barrier(COUNTERS)

    def count(_):
        client, steps, refused = access.client(gateway.url), 0, 0
        barrier.wait()
        while steps < STEPS:
            got = client.get_object(Bucket=bucket, Key="counter")
            following = b"%d" % (int(got["Body"].read()) + 1)
            put = {"Bucket": bucket, "Key": "counter", "Body": following, "IfMatch": got["ETag"]}
            answered = status(lambda: client.put_object(**put))
            assert answered in (200, 412)
            steps, refused = steps + (answered == 200), refused + (answered == 412)
        return refused

    with concurrent.futures.ThreadPoolExecutor(COUNTERS) as pool:
        refusals = sum(pool.map(count, range(COUNTERS)))
    assert int(s3.get_object(Bucket=bucket, Key="counter")["Body"].read()) == COUNTERS * STEPS
    figures.record(f"counter: {COUNTERS} writers made {COUNTERS * STEPS} steps, and were refused {refusals} times")
