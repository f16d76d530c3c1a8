"""Forms as boto3 signs them for web pages, posted as a browser would."""

import xml.etree.ElementTree

import pytest
import urllib3

import access

HTTP = urllib3.PoolManager(retries=False)


def post(form, content, name="photo.jpg", **changed):
    """Posts a file with the fields of a signed form."""
    fields = [*{**form["fields"], **changed}.items(), ("file", (name, content, "application/octet-stream"))]
    return HTTP.request("POST", form["url"], fields=fields)


def error(answer):
    return answer.status, xml.etree.ElementTree.fromstring(answer.data).findtext("Code")


@pytest.fixture
def form(s3, bucket):
    return s3.generate_presigned_post(
        bucket,
        "in/${filename}",
        Fields={"Content-Type": "image/jpeg", "success_action_status": "201", "x-amz-meta-who": "ü"},
        Conditions=[
            ["starts-with", "$Content-Type", "image/"],
            {"success_action_status": "201"},
            {"x-amz-meta-who": "ü"},
            ["content-length-range", 1, 5_000_000],
        ],
        ExpiresIn=60,
    )


def test_form_uploads_its_file(s3, bucket, form):
    body = bytes(range(256)) * 16_000
    made = post(form, body, "C:\\photos\\mine.jpg")
    assert made.status == 201, made.data
    assert xml.etree.ElementTree.fromstring(made.data).findtext("Key") == "in/mine.jpg"
    kept = s3.get_object(Bucket=bucket, Key="in/mine.jpg")
    assert kept["Body"].read() == body
    assert (kept["ContentType"], kept["ETag"], kept["VersionId"]) == ("image/jpeg", made.headers["ETag"], made.headers["x-amz-version-id"])


def test_form_is_held_to_its_policy(s3, bucket, form):
    assert error(post(form, b"x" * 5_000_001)) == (400, "EntityTooLarge")
    assert error(post(form, b"")) == (400, "EntityTooSmall")
    assert error(post(form, b"x", **{"Content-Type": "text/html"})) == (403, "AccessDenied")
    assert error(post(form, b"x", key="elsewhere")) == (403, "AccessDenied")
    assert error(post(form, b"x", **{"x-amz-meta-more": "1"})) == (403, "AccessDenied")
    assert error(post(form, b"x", policy=form["fields"]["policy"][:-4])) == (403, "SignatureDoesNotMatch")
    late = s3.generate_presigned_post(bucket, "k", ExpiresIn=-1)
    assert error(post(late, b"x")) == (403, "AccessDenied")
    assert "Contents" not in s3.list_objects_v2(Bucket=bucket)
    assert s3.list_object_versions(Bucket=bucket).get("Versions", []) == []


def test_form_of_one_who_may_not_write_is_refused(gateway, bucket):
    form = access.client(gateway.url, access.READER).generate_presigned_post(bucket, "k")
    assert error(post(form, b"x")) == (403, "AccessDenied")
    assert error(post({"url": form["url"], "fields": {"key": "k"}}, b"x")) == (403, "AccessDenied")
