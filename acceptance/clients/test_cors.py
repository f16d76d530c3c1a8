"""What a browser is told on behalf of a page of another origin, with rules that boto3 sets."""

import urllib.error
import urllib.request

import pytest

import access
import wire
from refusals import refused

RULES = [
    {
        "ID": "app",
        "AllowedOrigins": ["https://app.example", "http://*.test"],
        "AllowedMethods": ["GET", "PUT"],
        "AllowedHeaders": ["content-type", "x-amz-*"],
        "ExposeHeaders": ["ETag", "x-amz-version-id"],
        "MaxAgeSeconds": 600,
    },
    {"AllowedOrigins": ["*"], "AllowedMethods": ["HEAD"]},
]


@pytest.fixture
def pages(s3, bucket):
    """A bucket with these rules and an object `a`."""
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": RULES})
    s3.put_object(Bucket=bucket, Key="a", Body=b"one")
    return bucket


def send(url, method, body=None, **headers):
    """Status, headers and body, as a browser gets them."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, data=body, method=method, headers=named)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


def test_rules_come_back_as_they_were_set(s3, pages):
    assert s3.get_bucket_cors(Bucket=pages)["CORSRules"] == RULES
    s3.delete_bucket_cors(Bucket=pages)
    with refused(404, "NoSuchCORSConfiguration"):
        s3.get_bucket_cors(Bucket=pages)


def test_page_uploads_and_reads_by_presigned_urls(s3, pages):
    origin = "http://one.test"
    put = s3.generate_presigned_url("put_object", Params={"Bucket": pages, "Key": "b"})
    status, headers, _ = send(
        put, "OPTIONS", Origin=origin, Access_Control_Request_Method="PUT", Access_Control_Request_Headers="content-type"
    )
    assert status == 200
    assert headers["Access-Control-Allow-Origin"] == origin
    assert headers["Access-Control-Allow-Methods"] == "GET, PUT"
    assert headers["Access-Control-Allow-Headers"] == "content-type"
    assert headers["Access-Control-Max-Age"] == "600"
    status, headers, _ = send(put, "PUT", b"two", Origin=origin, Content_Type="text/plain")
    assert status == 200
    assert headers["Access-Control-Allow-Origin"] == origin
    assert headers["Access-Control-Expose-Headers"] == "ETag, x-amz-version-id"
    get = s3.generate_presigned_url("get_object", Params={"Bucket": pages, "Key": "b"})
    status, headers, body = send(get, "GET", Origin=origin)
    assert (status, body) == (200, b"two")
    assert headers["Vary"] == "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        (400, {}),
        (400, {"Origin": "https://app.example"}),
        (400, {"Access_Control_Request_Method": "GET"}),
        (403, {"Origin": "https://evil.example", "Access_Control_Request_Method": "GET"}),
        (403, {"Origin": "https://app.example", "Access_Control_Request_Method": "DELETE"}),
        (
            403,
            {
                "Origin": "https://app.example",
                "Access_Control_Request_Method": "GET",
                "Access_Control_Request_Headers": "x-other",
            },
        ),
    ],
)
def test_preflight_that_no_rule_allows_is_refused(gateway, pages, status, asked):
    answer, headers, body = send(f"{gateway.url}/{pages}/a", "OPTIONS", **asked)
    assert answer == status
    assert "Access-Control-Allow-Origin" not in headers
    assert (b"AccessForbidden" if status == 403 else b"BadRequest") in body


def test_rules_give_nobody_a_right(gateway, pages):
    status, headers, _ = send(f"{gateway.url}/{pages}/a", "GET", Origin="https://app.example")
    assert status == 403
    assert headers["Access-Control-Allow-Origin"] == "https://app.example"
    assert headers["Access-Control-Allow-Credentials"] == "true"


def test_bucket_without_rules_tells_pages_nothing(s3, gateway, bucket):
    asked = {"Origin": "https://app.example", "Access_Control_Request_Method": "GET"}
    assert send(f"{gateway.url}/{bucket}", "OPTIONS", **asked)[0] == 403
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": RULES})
    assert send(f"{gateway.url}/{bucket}", "OPTIONS", **asked)[0] == 200
    s3.delete_bucket_cors(Bucket=bucket)
    assert send(f"{gateway.url}/{bucket}", "OPTIONS", **asked)[0] == 403


@pytest.mark.parametrize(
    "spoiled",
    [{"AllowedMethods": ["PATCH"]}, {"AllowedOrigins": ["http://*.*"]}, {"ExposeHeaders": ["x-*"]}],
    ids=["method", "wildcards", "exposed wildcard"],
)
def test_rules_that_cannot_be_are_refused(s3, pages, spoiled):
    with refused(400, "InvalidRequest"):
        s3.put_bucket_cors(Bucket=pages, CORSConfiguration={"CORSRules": [{**RULES[0], **spoiled}]})
    assert s3.get_bucket_cors(Bucket=pages)["CORSRules"] == RULES


def test_rules_survive_a_restart(start, folder):
    keys = access.write_keys(folder / "keys.yaml")
    options = ("--auth", "keys", "--keys-file", str(keys))
    gateway = start(*options)
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket="master.kept")
    s3.put_bucket_cors(Bucket="master.kept", CORSConfiguration={"CORSRules": RULES})
    s3.put_bucket_tagging(Bucket="master.kept", Tagging={"TagSet": [{"Key": "a", "Value": "1"}]})
    gateway.kill()
    s3 = access.client(start(*options, data=gateway.data).url)
    assert s3.get_bucket_cors(Bucket="master.kept")["CORSRules"] == RULES
    assert s3.get_bucket_tagging(Bucket="master.kept")["TagSet"] == [{"Key": "a", "Value": "1"}]


def test_open_gateway_gives_pages_nothing_whatever_is_set(open_gateway):
    name = f"master.{access.new_repo('cors')}"
    wire.plain(open_gateway, "PUT", f"/{name}", {"Content-Length": "0"})
    rules = b"<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>"
    assert wire.plain(open_gateway, "PUT", f"/{name}?cors", {}, rules).status == 200
    for method in ("GET", "OPTIONS"):
        headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
        answer = wire.plain(open_gateway, method, f"/{name}", headers)
        assert (answer.status, answer.error_code) == (403, "AccessDenied"), answer
        assert "access-control-allow-origin" not in answer.headers
