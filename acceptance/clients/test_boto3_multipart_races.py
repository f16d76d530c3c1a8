"""Completes that are repeated, that race each other, or that race an Abort: one commit at most, and one answer to all."""

import concurrent.futures
import threading

import botocore.exceptions
import pytest

import access
from history import History
from refusals import refused
from uploads import Upload, body, open_ids

RACERS = 6


@pytest.fixture
def upload(s3, bucket):
    made = Upload(s3, bucket, "raced")
    made.put(1, body(1))
    made.put(2, b"end")
    return made


def raced(gateway, acts):
    """Runs `act(client)` for each at the same moment; answers what each was told: an answer, or the code of a refusal."""
    barrier = threading.Barrier(len(acts))

    def run(act):
        client = access.client(gateway.url)
        barrier.wait()
        try:
            return act(client)
        except botocore.exceptions.ClientError as refusal:
            return refusal.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_repeated_complete_is_answered_as_the_first(s3, bucket, upload):
    history = History(s3, bucket)
    with history.grows_by(1):
        answers = [upload.complete() for _ in range(3)]
    assert len({(each["VersionId"], each["ETag"]) for each in answers}) == 1


def test_repeated_complete_is_answered_after_others_wrote(s3, bucket, upload):
    first = upload.complete()
    s3.put_object(Bucket=bucket, Key="raced", Body=b"later")
    history = History(s3, bucket)
    with history.grows_by(0):
        again = upload.complete()
    assert (again["VersionId"], again["ETag"]) == (first["VersionId"], first["ETag"])
    assert s3.get_object(Bucket=bucket, Key="raced")["Body"].read() == b"later"


@pytest.mark.parametrize("attempt", range(5))
def test_racing_completes_are_one_commit_and_one_answer(gateway, s3, bucket, upload, attempt):
    history = History(s3, bucket)
    with history.grows_by(1):
        answers = raced(gateway, [lambda client: upload.complete(s3=client)] * RACERS)
    assert all(isinstance(each, dict) for each in answers), answers
    assert len({(each["VersionId"], each["ETag"]) for each in answers}) == 1
    assert s3.get_object(Bucket=bucket, Key="raced", VersionId=answers[0]["VersionId"])["Body"].read() == body(1) + b"end"


@pytest.mark.parametrize("attempt", range(10))
def test_of_complete_and_abort_one_wins(gateway, s3, bucket, upload, attempt):
    history = History(s3, bucket)
    completed, aborted = raced(
        gateway, [lambda client: upload.complete(s3=client), lambda client: upload.abort(s3=client)]
    )
    if isinstance(completed, dict):
        assert aborted == "NoSuchUpload"
        assert history.commits() == 1
        assert s3.get_object(Bucket=bucket, Key="raced")["Body"].read() == body(1) + b"end"
    else:
        assert completed == "NoSuchUpload"
        assert isinstance(aborted, dict), aborted
        assert history.commits() == 0
        with refused(404, "NoSuchKey"):
            s3.get_object(Bucket=bucket, Key="raced")
    assert open_ids(s3, bucket) == []


@pytest.mark.parametrize("attempt", range(3))
def test_of_racing_uploads_that_must_be_new_one_wins(gateway, s3, bucket, attempt):
    made = []
    for number in range(RACERS):
        made.append(Upload(s3, bucket, "prize"))
        made[-1].put(1, b"%d" % number)
    history = History(s3, bucket)
    with history.grows_by(1):
        acts = [lambda client, each=each: each.complete(s3=client, IfNoneMatch="*") for each in made]
        answers = raced(gateway, acts)
    winners = [number for number, each in enumerate(answers) if isinstance(each, dict)]
    assert len(winners) == 1 and answers.count("PreconditionFailed") == RACERS - 1, answers
    assert s3.get_object(Bucket=bucket, Key="prize")["Body"].read() == b"%d" % winners[0]


@pytest.mark.parametrize("attempt", range(3))
def test_of_racing_writers_of_one_part_one_is_listed_and_used(gateway, s3, bucket, attempt):
    upload = Upload(s3, bucket, "racedpart")

    def put(client, number):
        return client.upload_part(**upload.named, PartNumber=1, Body=b"%d" % number)

    answers = raced(gateway, [lambda client, number=number: put(client, number) for number in range(RACERS)])
    assert all(isinstance(each, dict) for each in answers), answers
    (listed,) = s3.list_parts(**upload.named)["Parts"]
    upload.parts[1] = listed
    upload.complete()
    kept = s3.get_object(Bucket=bucket, Key="racedpart")["Body"].read()
    assert answers[int(kept)]["ETag"] == listed["ETag"]
