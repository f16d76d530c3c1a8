"""Buckets through boto3: branches of repos, and what clients ask of a bucket unasked."""

import uuid

import pytest

import access
import wire
from refusals import refused


def test_created_bucket_is_listed_by_branch_and_repo(s3, bucket):
    assert bucket in [each["Name"] for each in s3.list_buckets()["Buckets"]]
    assert s3.head_bucket(Bucket=bucket)["ResponseMetadata"]["HTTPStatusCode"] == 200


def test_second_create_is_a_conflict(s3, bucket):
    with refused(409, "BucketAlreadyOwnedByYou"):
        s3.create_bucket(Bucket=bucket)
    with refused(409, "BucketAlreadyOwnedByYou"):
        s3.create_bucket(Bucket=bucket.removeprefix("master."))


def test_every_name_of_a_branch_is_the_same_bucket(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    repo = bucket.removeprefix("master.")
    for name in (repo, f"master.{repo}", f"master.{repo}.default"):
        assert s3.get_object(Bucket=name, Key="a")["Body"].read() == b"one"


def test_branches_of_a_repo_are_apart(s3, bucket):
    other = bucket.replace("master.", "other.", 1)
    s3.create_bucket(Bucket=other)
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=other, Key="a")


def test_deleting_the_last_branch_deletes_the_repo_with_what_is_in_it(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    s3.delete_bucket(Bucket=bucket)
    with refused(404, "NoSuchBucket"):
        s3.list_objects_v2(Bucket=bucket)
    assert bucket not in [each["Name"] for each in s3.list_buckets()["Buckets"]]


def test_bucket_made_again_starts_empty_and_without_the_old_versions(s3, bucket):
    old = s3.put_object(Bucket=bucket, Key="a", Body=b"one")["VersionId"]
    s3.delete_bucket(Bucket=bucket)
    s3.create_bucket(Bucket=bucket)
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0
    with refused(404, "NoSuchVersion"):
        s3.get_object(Bucket=bucket, Key="a", VersionId=old)


@pytest.mark.parametrize("act", ["head_bucket", "list_objects_v2", "delete_bucket", "get_bucket_location"])
def test_missing_bucket_is_not_found(s3, act):
    with refused(404, "NoSuchBucket", "404"):
        getattr(s3, act)(Bucket=f"master.{access.new_repo()}")


def test_missing_project_is_not_found(s3):
    with refused(404, "NoSuchBucket"):
        s3.create_bucket(Bucket=f"master.{access.new_repo()}.no-such-project")


@pytest.mark.parametrize("name", ["a..b", ".b", "a.", "a.b.c.d"])
def test_name_that_is_no_bucket_is_refused(s3, name):
    with refused(400, "InvalidBucketName"):
        s3.create_bucket(Bucket=name)


def test_commit_id_is_refused_as_a_branch_name(s3):
    repo = access.new_repo()
    for name in (f"{uuid.uuid4().hex}.{repo}", f"{uuid.uuid4().hex}.{repo}.default"):
        with refused(403, "AccessDenied") as error:
            s3.create_bucket(Bucket=name)
        assert "commit" in error["Message"]
    assert not [each for each in s3.list_buckets()["Buckets"] if repo in each["Name"]]


def test_location_is_always_the_empty_one(s3, bucket):
    assert s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] is None


def test_versioning_is_on_and_cannot_be_suspended(s3, bucket):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    with refused(501, "NotImplemented"):
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})
    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"


def test_buckets_are_listed_by_prefix_and_page(s3):
    repo = access.new_repo("paged")
    names = [f"b{number}.{repo}" for number in range(5)]
    for name in names:
        s3.create_bucket(Bucket=name)
    prefixed = s3.list_buckets(Prefix=f"b3.{repo}")
    assert [each["Name"] for each in prefixed["Buckets"]] == [f"b3.{repo}"]
    pages = list(s3.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 2}))
    listed = [each["Name"] for page in pages for each in page["Buckets"]]
    assert all(len(page["Buckets"]) <= 2 for page in pages)
    assert len(listed) == len(set(listed))
    assert set(names) <= set(listed)


NOT_SET = {
    "acl": ("AccessControlPolicy",),
    "policyStatus": ("NoSuchBucketPolicy", "PolicyStatus"),
    "cors": ("NoSuchCORSConfiguration",),
    "lifecycle": ("NoSuchLifecycleConfiguration",),
    "encryption": ("ServerSideEncryptionConfigurationNotFoundError",),
    "tagging": ("NoSuchTagSet",),
    "object-lock": ("ObjectLockConfigurationNotFoundError",),
    "replication": ("ReplicationConfigurationNotFoundError",),
    "logging": ("BucketLoggingStatus",),
    "notification": ("NotificationConfiguration",),
    "ownershipControls": ("OwnershipControlsNotFoundError", "OwnershipControls"),
    "publicAccessBlock": ("NoSuchPublicAccessBlockConfiguration", "PublicAccessBlockConfiguration"),
    "requestPayment": ("RequestPaymentConfiguration",),
    "accelerate": ("AccelerateConfiguration",),
    "website": ("NoSuchWebsiteConfiguration",),
}


@pytest.mark.parametrize("name", NOT_SET)
def test_what_clients_probe_unasked_has_the_answer_for_not_set(gateway, bucket, name):
    answer = wire.signed(gateway, "GET", f"/{bucket}", query=name)
    what = answer.error_code if answer.status == 404 else answer.root
    assert answer.status in (200, 404), answer
    assert what in NOT_SET[name], answer


@pytest.mark.parametrize("name", ["analytics", "inventory", "metrics", "intelligent-tiering"])
def test_unknown_sub_resource_of_a_bucket_is_named_not_listed(gateway, bucket, name):
    answer = wire.signed(gateway, "GET", f"/{bucket}", query=name)
    assert (answer.status, answer.error_code) == (501, "NotImplemented"), answer
    assert name in answer.error_message


@pytest.mark.parametrize(("method", "name"), [("GET", "torrent"), ("POST", "restore"), ("GET", "legal-hold"), ("GET", "retention")])
def test_unknown_sub_resource_of_an_object_is_named_not_read(gateway, s3, bucket, method, name):
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    answer = wire.signed(gateway, method, f"/{bucket}/a", query=name)
    assert (answer.status, answer.error_code) == (501, "NotImplemented"), answer
    assert name in answer.error_message
