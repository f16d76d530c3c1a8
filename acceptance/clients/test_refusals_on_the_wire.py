"""Requests that no SDK would send: each is an S3 error, makes no commit, and leaves nothing."""

import datetime
import hashlib
import http.client
import socket
import urllib.parse

import pytest

import access
import wire
from history import History

BODY = b"0123456789" * 10


@pytest.fixture(autouse=True)
def unchanged(s3, bucket):
    """Asserts after each test here that nothing was committed and that only the canary is in the bucket."""
    history = History(s3, bucket)
    yield
    assert history.commits() == 0
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 1


def assert_refused(answer, status, *codes):
    assert answer.status == status, answer
    assert answer.error_code in codes, answer


def test_wrong_signature(gateway, bucket):
    headers = wire.sign(gateway, "PUT", f"/{bucket}/a", "", {})
    headers["Authorization"] = headers["Authorization"][:-4] + "0000"
    assert_refused(wire.plain(gateway, "PUT", f"/{bucket}/a", headers, BODY), 403, "SignatureDoesNotMatch")


def test_no_signature(gateway, bucket):
    assert_refused(wire.plain(gateway, "PUT", f"/{bucket}/a", {}, BODY), 403, "AccessDenied")


@pytest.mark.parametrize("header", ["AWS4-HMAC-SHA256 nonsense", "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0"])
def test_malformed_authorization(gateway, bucket, header):
    answer = wire.plain(gateway, "GET", f"/{bucket}", {"Authorization": header, "X-Amz-Date": "20260101T000000Z"})
    assert_refused(answer, 400, "AuthorizationHeaderMalformed")


@pytest.mark.parametrize("minutes", [-16, 16])
def test_skewed_clock(gateway, bucket, minutes):
    at = wire.now() + datetime.timedelta(minutes=minutes)
    assert_refused(wire.signed(gateway, "PUT", f"/{bucket}/a", body=BODY, at=at), 403, "RequestTimeTooSkewed")


def test_body_that_is_not_the_one_signed(gateway, bucket):
    announced = hashlib.sha256(b"another").hexdigest()
    answer = wire.signed(gateway, "PUT", f"/{bucket}/a", body=BODY, payload=announced)
    assert_refused(answer, 400, "XAmzContentSHA256Mismatch")


def test_wrong_md5(gateway, bucket):
    wrong = {"Content-MD5": "AAAAAAAAAAAAAAAAAAAAAA=="}
    assert_refused(wire.signed(gateway, "PUT", f"/{bucket}/a", headers=wrong, body=BODY), 400, "BadDigest")
    wrong = {"Content-MD5": "AAAA"}
    assert_refused(wire.signed(gateway, "PUT", f"/{bucket}/a", headers=wrong, body=BODY), 400, "InvalidDigest")


def streamed(gateway, bucket, spoil):
    """PUTs two signed chunks after `spoil` had its way with them."""
    named = {"Content-Encoding": "aws-chunked", "X-Amz-Decoded-Content-Length": "100"}
    headers = wire.sign(gateway, "PUT", f"/{bucket}/a", "", named, payload=wire.STREAMING)
    body = spoil(list(wire.signed_chunks(headers, [b"x" * 60, b"y" * 40])))
    return wire.plain(gateway, "PUT", f"/{bucket}/a", headers, b"".join(body))


def test_chunk_whose_signature_is_wrong(gateway, bucket):
    answer = streamed(gateway, bucket, lambda chunks: [chunks[0], chunks[1].replace(b"yyyy", b"zzzz", 1), chunks[2]])
    assert_refused(answer, 403, "SignatureDoesNotMatch")


def test_chunks_in_another_order(gateway, bucket):
    answer = streamed(gateway, bucket, lambda chunks: [chunks[1], chunks[0], chunks[2]])
    assert_refused(answer, 403, "SignatureDoesNotMatch")


def test_chunks_without_the_last(gateway, bucket):
    answer = streamed(gateway, bucket, lambda chunks: chunks[:-1])
    assert_refused(answer, 400, "IncompleteBody")


def test_chunk_framing_that_is_none(gateway, bucket):
    answer = streamed(gateway, bucket, lambda chunks: [b"this is no chunk at all\r\n"])
    assert answer.status in (400, 403), answer
    assert answer.error_code in ("InvalidRequest", "IncompleteBody", "InvalidChunkSizeError", "SignatureDoesNotMatch")


DELETE_BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Delete><Object><Key>&c;</Key></Object></Delete>"""


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"<Delete><Object>",
        b"not xml",
        b"<Other/>",
        b'<!DOCTYPE d><Delete><Object><Key>a</Key></Object></Delete>',
        b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><Delete><Object><Key>a</Key></Object></Delete>',
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><Delete><Object><Key>&x;</Key></Object></Delete>',
        DELETE_BOMB,
    ],
)
def test_payload_that_is_no_decent_xml(gateway, bucket, payload):
    assert_refused(wire.signed(gateway, "POST", f"/{bucket}", query="delete=", body=payload), 400, "MalformedXML")


def test_payload_over_the_limit(gateway, bucket):
    payload = b"<Delete>" + b" " * (9 * 1024 * 1024) + b"</Delete>"
    try:
        answer = wire.signed(gateway, "POST", f"/{bucket}", query="delete=", body=payload)
    except (BrokenPipeError, ConnectionResetError):
        # Refused while it was still being sent, which is as good.
        return
    assert 400 <= answer.status < 500, answer
    assert answer.error_code


def test_more_keys_than_one_request_deletes(gateway, bucket):
    objects = "".join(f"<Object><Key>k{number}</Key></Object>" for number in range(1001))
    answer = wire.signed(gateway, "POST", f"/{bucket}", query="delete=", body=f"<Delete>{objects}</Delete>".encode())
    assert_refused(answer, 400, "MalformedXML")


def test_missing_bucket(gateway):
    answer = wire.signed(gateway, "PUT", f"/master.{access.new_repo()}/a", body=BODY)
    assert_refused(answer, 404, "NoSuchBucket")


@pytest.mark.parametrize("target", ["/%00/a", "/a$b/c", "/a%2Fb", "/b..c/d"])
def test_bucket_name_of_odd_bytes(gateway, target):
    assert_refused(wire.signed(gateway, "GET", target), 400, "InvalidBucketName", "InvalidURI", "BadRequest")


@pytest.mark.parametrize("key", ["%ff%fe", "a%00b", "a%zz", "%"])
def test_key_that_is_no_text(gateway, bucket, key):
    answer = wire.signed(gateway, "PUT", f"/{bucket}/{key}", body=BODY)
    assert_refused(answer, 400, "InvalidURI", "InvalidArgument", "BadRequest")


def test_body_shorter_than_announced(gateway, bucket):
    headers = wire.sign(gateway, "PUT", f"/{bucket}/a", "", {}) | {"Content-Length": str(len(BODY))}
    with socket.create_connection((gateway.host, gateway.port), timeout=30) as raw:
        head = [f"PUT /{bucket}/a HTTP/1.1", f"Host: {gateway.host}:{gateway.port}", *[f"{n}: {v}" for n, v in headers.items()]]
        raw.sendall("\r\n".join([*head, "", ""]).encode() + BODY[:10])
        raw.shutdown(socket.SHUT_WR)
        assert b"HTTP/1.1 200" not in raw.recv(65_536)


def test_expect_is_refused_before_the_body(gateway, bucket):
    headers = wire.sign(gateway, "PUT", f"/{bucket}/a", "", {}, key=(access.ADMIN[0], "wrong"))
    connection = http.client.HTTPConnection(gateway.host, gateway.port, timeout=30)
    connection.putrequest("PUT", f"/{bucket}/a", skip_accept_encoding=True)
    for name, value in {**headers, "Content-Length": "1000000000", "Expect": "100-continue"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    # Not a byte of the body is sent.
    assert_refused(wire.read(connection.getresponse()), 403, "SignatureDoesNotMatch")
    connection.close()


@pytest.mark.parametrize("method", ["PATCH", "TRACE", "PROPFIND"])
def test_method_that_s3_has_not(gateway, bucket, method):
    answer = wire.signed(gateway, method, f"/{bucket}/a")
    assert answer.status in (400, 405, 501), answer
    assert answer.error_code


def test_http_that_is_none_is_answered_in_xml(gateway):
    with socket.create_connection((gateway.host, gateway.port), timeout=30) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nbad header\r\n\r\n")
        response = http.client.HTTPResponse(raw)
        response.begin()
        answer = wire.read(response)
    assert answer.status == 400
    assert b"<Error>" in answer.body and b"x-amz-request-id" in str(answer.headers).encode()


def test_headers_over_the_limit(gateway, bucket):
    answer = wire.signed(gateway, "PUT", f"/{bucket}/a", headers={"X-Amz-Meta-Large": "x" * 70_000}, body=BODY)
    assert 400 <= answer.status < 500, answer
    assert b"<Error>" in answer.body


def test_metadata_over_s3s_limit(gateway, bucket):
    answer = wire.signed(gateway, "PUT", f"/{bucket}/a", headers={"X-Amz-Meta-Large": "x" * 3_000}, body=BODY)
    assert_refused(answer, 400, "MetadataTooLarge")


@pytest.mark.parametrize("hours", [-2, 2])
def test_presigned_url_at_another_time_than_its_own(gateway, s3, bucket, hours):
    with access.clock_off_by(datetime.timedelta(hours=hours)):
        link = s3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": "a"}, ExpiresIn=60)
    parts = urllib.parse.urlsplit(link)
    assert_refused(wire.plain(gateway, "PUT", f"{parts.path}?{parts.query}", {}, BODY), 403, "AccessDenied")
