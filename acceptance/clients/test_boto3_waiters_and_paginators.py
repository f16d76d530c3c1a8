"""Every waiter and every paginator that boto3 has for S3."""

import threading

import botocore.exceptions
import botocore.session
import pytest

import access
from uploads import MIB

QUICK = {"Delay": 0.05, "MaxAttempts": 100}
ONCE = {"Delay": 0, "MaxAttempts": 1}

# The one asks the control endpoint of S3 Express for buckets of its own kind; annotations are an action that is not here.
NOT_HERE = {"list_directory_buckets", "list_object_annotations"}


def waited_for(s3, name, act, **asked):
    """Whether the waiter gives up before `act`, and comes back behind it."""
    waiter = s3.get_waiter(name)
    with pytest.raises(botocore.exceptions.WaiterError, match="Max attempts exceeded"):
        waiter.wait(**asked, WaiterConfig=ONCE)
    asking = threading.Event()
    s3.meta.events.register_first("before-send.s3", lambda **_: asking.set())
    acting = threading.Thread(target=lambda: (asking.wait(60), act()))
    acting.start()
    waiter.wait(**asked, WaiterConfig=QUICK)
    acting.join()
    return True


def test_waiters_of_buckets_come_back_when_it_is_so(gateway, s3):
    name, other = f"master.{access.new_repo('wait')}", access.client(gateway.url)
    assert waited_for(s3, "bucket_exists", lambda: other.create_bucket(Bucket=name), Bucket=name)
    assert waited_for(s3, "bucket_not_exists", lambda: other.delete_bucket(Bucket=name), Bucket=name)


def test_waiters_of_objects_come_back_when_it_is_so(gateway, s3, bucket):
    other, named = access.client(gateway.url), {"Bucket": bucket, "Key": "a"}
    assert waited_for(s3, "object_exists", lambda: other.put_object(**named, Body=b"x"), **named)
    assert waited_for(s3, "object_not_exists", lambda: other.delete_object(**named), **named)
    old = {**named, "VersionId": "HEAD^"}
    s3.get_waiter("object_exists").wait(**old, WaiterConfig=ONCE)


def test_there_is_no_waiter_but_those(s3):
    assert sorted(s3.waiter_names) == ["bucket_exists", "bucket_not_exists", "object_exists", "object_not_exists"]


@pytest.fixture(scope="module")
def walked(gateway):
    """A bucket with something to walk for every paginator: what each asks, the field of its entries, and their names."""
    s3 = access.client(gateway.url)
    repo = access.new_repo("walk")
    bucket = f"master.{repo}"
    s3.create_bucket(Bucket=bucket)
    for branch in ("a", "b", "c", "d"):
        s3.create_bucket(Bucket=f"{branch}.{repo}")
    keys = [f"k{number}" for number in range(5)]
    written = {key: s3.put_object(Bucket=bucket, Key=key, Body=b"")["VersionId"] for key in keys}
    uploads = {key: s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"] for key in keys}
    for number in range(1, 6):
        s3.upload_part(Bucket=bucket, Key="k0", UploadId=uploads["k0"], PartNumber=number, Body=b"x" * (number * MIB // 8))
    branches = sorted(f"{branch}.{repo}" for branch in ("a", "b", "c", "d", "master"))
    return {
        "list_buckets": ({}, "Buckets", lambda each: each["Name"], lambda name: name.endswith(f".{repo}"), branches),
        "list_objects": ({"Bucket": bucket}, "Contents", lambda each: each["Key"], None, keys),
        "list_objects_v2": ({"Bucket": bucket}, "Contents", lambda each: each["Key"], None, keys),
        "list_object_versions": (
            {"Bucket": bucket}, "Versions", lambda each: (each["Key"], each["VersionId"]), None, sorted(written.items())
        ),
        "list_multipart_uploads": (
            {"Bucket": bucket}, "Uploads", lambda each: (each["Key"], each["UploadId"]), None, sorted(uploads.items())
        ),
        "list_parts": (
            {"Bucket": bucket, "Key": "k0", "UploadId": uploads["k0"]}, "Parts", lambda each: each["PartNumber"], None, [1, 2, 3, 4, 5]
        ),
    }  # fmt: skip


def paginators():
    model = botocore.session.get_session().get_component("data_loader").load_service_model("s3", "paginators-1")
    names = {botocore.xform_name(operation) for operation in model["pagination"]}
    return sorted(names - NOT_HERE)


@pytest.mark.parametrize("page_size", [1, 2, 5, 1000])
@pytest.mark.parametrize("name", paginators())
def test_paginator_meets_everything_once(s3, walked, name, page_size):
    asked, field, named, ours, expected = walked[name]
    pages = s3.get_paginator(name).paginate(**asked, PaginationConfig={"PageSize": page_size})
    met = [named(each) for page in pages for each in page.get(field, [])]
    assert [each for each in met if ours is None or ours(each)] == expected


@pytest.mark.parametrize("name", [each for each in paginators() if each != "list_buckets"])
def test_paginator_goes_on_where_its_own_token_says(s3, walked, name):
    asked, field, named, _, expected = walked[name]
    first = s3.get_paginator(name).paginate(**asked, PaginationConfig={"MaxItems": 3, "PageSize": 2}).build_full_result()
    rest = s3.get_paginator(name).paginate(**asked, PaginationConfig={"StartingToken": first["NextToken"]}).build_full_result()
    assert [named(each) for each in first[field] + rest[field]] == expected
