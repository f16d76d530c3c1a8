"""Signatures by version 2, which boto3 still makes when it is asked to: taken when switched on, refused in S3's words when not."""

import urllib.error
import urllib.request

import pytest

import access
from refusals import refused


@pytest.fixture(scope="module")
def old(started_with):
    return started_with("--auth", "keys", "--keys-file", "KEYS", "--sigv2")


@pytest.fixture
def v2(old):
    return access.client(old.url, signature_version="s3")


@pytest.fixture
def v2_bucket(v2):
    name = f"master.{access.new_repo()}"
    v2.create_bucket(Bucket=name)
    return name


def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read()


def test_version_2_does_what_version_4_does(v2, v2_bucket):
    first = v2.put_object(Bucket=v2_bucket, Key="a b/ü+%", Body=b"one", ContentType="text/plain", Metadata={"k": "v"})
    v2.put_object(Bucket=v2_bucket, Key="a b/ü+%", Body=b"two")
    assert [each["Key"] for each in v2.list_objects_v2(Bucket=v2_bucket, Prefix="a b/")["Contents"]] == ["a b/ü+%"]
    old = v2.get_object(Bucket=v2_bucket, Key="a b/ü+%", VersionId=first["VersionId"])
    assert (old["Body"].read(), old["ContentType"], old["Metadata"]) == (b"one", "text/plain", {"k": "v"})
    v2.copy_object(Bucket=v2_bucket, Key="copy", CopySource={"Bucket": v2_bucket, "Key": "a b/ü+%"})
    assert v2.get_object_tagging(Bucket=v2_bucket, Key="copy")["TagSet"] == []
    gone = v2.delete_objects(Bucket=v2_bucket, Delete={"Objects": [{"Key": "copy"}]})
    assert [each["Key"] for each in gone["Deleted"]] == ["copy"]


def test_signed_url_is_good_until_its_end(v2, v2_bucket):
    v2.put_object(Bucket=v2_bucket, Key="k", Body=b"x")
    wanted = {"Bucket": v2_bucket, "Key": "k", "ResponseContentType": "text/html", "ResponseContentDisposition": 'a; b="c d"'}
    url = v2.generate_presigned_url("get_object", wanted, ExpiresIn=60)
    assert "AWSAccessKeyId=" in url
    with urllib.request.urlopen(url, timeout=60) as answer:
        assert answer.read() == b"x"
        assert answer.headers["Content-Type"] == "text/html"
        assert answer.headers["Content-Disposition"] == 'a; b="c d"'
    for spoiled in (url.replace("text%2Fhtml", "text%2Fplain"), v2.generate_presigned_url("get_object", wanted, ExpiresIn=-1)):
        with pytest.raises(urllib.error.HTTPError) as caught:
            fetch(spoiled)
        assert caught.value.code == 403


def test_wrong_secret_is_refused(old, v2_bucket):
    with refused(403, "SignatureDoesNotMatch"):
        access.client(old.url, (access.ADMIN[0], "guess"), signature_version="s3").list_objects_v2(Bucket=v2_bucket)
    with refused(403, "InvalidAccessKeyId"):
        access.client(old.url, ("NOBODY", "guess"), signature_version="s3").list_objects_v2(Bucket=v2_bucket)


def test_version_2_is_refused_unless_switched_on(gateway, bucket):
    with refused(400, "InvalidRequest") as error:
        access.client(gateway.url, signature_version="s3").list_objects_v2(Bucket=bucket)
    assert error["Message"] == (
        "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."
    )
