"""Key pairs with fewer rights: decided on the branch that a name means, not on the name."""

import uuid

import pytest

import access
from history import History
from refusals import refused


@pytest.fixture
def secret(s3):
    """A repo that neither the reader nor the stranger was given, with one object, and its commit."""
    repo = access.new_repo("secret")
    s3.create_bucket(Bucket=f"master.{repo}")
    version = s3.put_object(Bucket=f"master.{repo}", Key="a", Body=b"secret")["VersionId"]
    return repo, version


@pytest.fixture
def stranger(gateway):
    return access.client(gateway.url, access.STRANGER)


@pytest.fixture
def reader(gateway):
    return access.client(gateway.url, access.READER)


def names(repo, version):
    """Every name that means the branch master of a repo, or a commit of it."""
    plain = [repo, f"master.{repo}", f"master.{repo}.default"]
    return plain + [f"{version}.{name}" for name in plain]


ACTS = {
    "list": lambda s3, name: s3.list_objects_v2(Bucket=name),
    "list v1": lambda s3, name: s3.list_objects(Bucket=name),
    "list versions": lambda s3, name: s3.list_object_versions(Bucket=name),
    "get": lambda s3, name: s3.get_object(Bucket=name, Key="a"),
    "get version": lambda s3, name: s3.get_object(Bucket=name, Key="a", VersionId="HEAD"),
    "put": lambda s3, name: s3.put_object(Bucket=name, Key="b", Body=b"x"),
    "delete": lambda s3, name: s3.delete_object(Bucket=name, Key="a"),
    "delete many": lambda s3, name: s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "a"}]}),
    "copy into": lambda s3, name: s3.copy_object(Bucket=name, Key="b", CopySource={"Bucket": name, "Key": "a"}),
    "copy out": lambda s3, name: s3.copy_object(Bucket="master.stranger", Key="b", CopySource={"Bucket": name, "Key": "a"}),
    "delete bucket": lambda s3, name: s3.delete_bucket(Bucket=name),
    "location": lambda s3, name: s3.get_bucket_location(Bucket=name),
}


@pytest.mark.parametrize("act", ACTS)
def test_no_name_of_a_bucket_gets_around_its_rights(s3, stranger, secret, act):
    repo, version = secret
    history = History(s3, repo)
    if "master.stranger" not in [each["Name"] for each in s3.list_buckets()["Buckets"]]:
        s3.create_bucket(Bucket="master.stranger")
    with history.grows_by(0):
        for name in names(repo, version):
            with refused(403, "AccessDenied"):
                ACTS[act](stranger, name)
    assert s3.get_object(Bucket=repo, Key="a")["Body"].read() == b"secret"
    assert "Contents" not in s3.list_objects_v2(Bucket="master.stranger")


def test_what_one_may_not_see_cannot_be_told_from_what_is_not_there(stranger, secret):
    repo, version = secret
    for name in (repo, access.new_repo(), f"{version}.{repo}", f"{uuid.uuid4().hex}.{repo}"):
        with refused(403):
            stranger.head_bucket(Bucket=name)


def test_listing_shows_what_one_may_read(s3, stranger, reader, secret):
    readable = f"master.{access.new_repo('read')}"
    s3.create_bucket(Bucket=readable)
    assert f"master.{secret[0]}" not in [each["Name"] for each in stranger.list_buckets()["Buckets"]]
    seen = [each["Name"] for each in reader.list_buckets()["Buckets"]]
    assert readable in seen and f"master.{secret[0]}" not in seen


def test_reader_reads_old_versions_and_changes_nothing(s3, reader):
    bucket = f"master.{access.new_repo('read')}"
    s3.create_bucket(Bucket=bucket)
    old = s3.put_object(Bucket=bucket, Key="a", Body=b"one")["VersionId"]
    s3.put_object(Bucket=bucket, Key="a", Body=b"two")
    assert reader.get_object(Bucket=bucket, Key="a", VersionId=old)["Body"].read() == b"one"
    assert reader.get_object(Bucket=f"{old}.{bucket}", Key="a")["Body"].read() == b"one"
    history = History(s3, bucket)
    with history.grows_by(0):
        for act in ("put", "delete", "delete many", "copy into", "delete bucket"):
            with refused(403, "AccessDenied"):
                ACTS[act](reader, bucket)
        with refused(403, "AccessDenied"):
            reader.create_bucket(Bucket=bucket.replace("master.", "other.", 1))


def test_right_is_for_a_branch_and_not_for_its_siblings(s3, stranger):
    repo = "stranger"
    sibling = f"side-{access.new_repo()}.{repo}"
    s3.create_bucket(Bucket=sibling)
    s3.put_object(Bucket=sibling, Key="a", Body=b"x")
    with refused(403, "AccessDenied"):
        stranger.get_object(Bucket=sibling, Key="a")
