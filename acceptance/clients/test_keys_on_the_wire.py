"""Keys as raw request paths: taken as they come, decoded once, and never cleaned."""

import base64
import json

import pytest

import wire
from refusals import refused

# The path as sent, and the key that it names.
PATHS = {
    "..": "..",
    "../../../../etc/passwd": "../../../../etc/passwd",
    "%2e%2e/%2e%2e/x": "../../x",
    "a%2Fb": "a/b",
    "a/./b": "a/./b",
    "a//b": "a//b",
    "/a": "/a",
    "a+b": "a+b",
    "a%2Bc": "a+c",
    "a%252Fb": "a%2Fb",
    "a;b": "a;b",
    "%20": " ",
    "%F0%9F%99%82": "🙂",
    "a%0Ab": "a\nb",
}


@pytest.mark.parametrize("path", PATHS)
def test_key_is_the_path_decoded_once(gateway, s3, bucket, path):
    put = wire.signed(gateway, "PUT", f"/{bucket}/{path}", body=path.encode())
    assert put.status == 200, put
    assert [each["Key"] for each in s3.list_objects_v2(Bucket=bucket)["Contents"]] == [PATHS[path]]
    assert wire.signed(gateway, "GET", f"/{bucket}/{path}").body == path.encode()
    assert wire.signed(gateway, "DELETE", f"/{bucket}/{path}").status == 204
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0


def test_signed_chunks_are_taken_apart(gateway, s3, bucket):
    named = {"Content-Encoding": "aws-chunked,gzip", "X-Amz-Decoded-Content-Length": "100000"}
    headers = wire.sign(gateway, "PUT", f"/{bucket}/a", "", named, payload=wire.STREAMING)
    body = b"".join(wire.signed_chunks(headers, [b"x" * 65_536, b"y" * 34_464]))
    assert wire.plain(gateway, "PUT", f"/{bucket}/a", headers, body).status == 200
    got = s3.get_object(Bucket=bucket, Key="a")
    assert got["Body"].read() == b"x" * 65_536 + b"y" * 34_464
    assert got["ContentEncoding"] == "gzip"


def test_every_answer_has_a_request_id_of_its_own(gateway, bucket):
    answers = [wire.signed(gateway, "GET", f"/{bucket}") for _ in range(2)]
    ids = {answer.headers["x-amz-request-id"] for answer in answers}
    assert len(ids) == 2


def readable(token):
    """The token's text, if it has one that could be edited."""
    for decode in (base64.urlsafe_b64decode, base64.b64decode):
        try:
            return decode(token + "=" * (-len(token) % 4))
        except ValueError:
            continue
    return b""


def test_token_cannot_be_made_to_reach_elsewhere(s3, bucket):
    for number in range(4):
        s3.put_object(Bucket=bucket, Key=f"k{number}", Body=b"")
    token = s3.list_objects_v2(Bucket=bucket, MaxKeys=2)["NextContinuationToken"]
    inside = readable(token)
    for forged in (inside.replace(b"k1", b"k0"), inside[::-1], inside + b"\0", json.dumps({"key": "k1"}).encode()):
        if forged != inside:
            with refused(400, "InvalidArgument"):
                s3.list_objects_v2(Bucket=bucket, ContinuationToken=base64.urlsafe_b64encode(forged).decode().rstrip("="))
