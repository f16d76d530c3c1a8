"""Requests by hand: paths and headers go out byte for byte as a test wrote them, signed here and not by an SDK."""

import dataclasses
import datetime
import hashlib
import hmac
import http.client
import urllib.parse
import xml.etree.ElementTree

import access

EMPTY_SHA256 = hashlib.sha256(b"").hexdigest()
UNSIGNED = "UNSIGNED-PAYLOAD"
STREAMING = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
_REGION = "us-east-1"


@dataclasses.dataclass(frozen=True)
class Answer:
    """A response that was read whole."""

    status: int
    headers: dict
    body: bytes

    @property
    def root(self) -> str:
        """The name of the body's outermost XML element, without its namespace."""
        return _local(xml.etree.ElementTree.fromstring(self.body).tag)

    def field(self, name) -> str:
        """The text of the first element of this name; empty when there is none."""
        for element in xml.etree.ElementTree.fromstring(self.body).iter():
            if _local(element.tag) == name:
                return element.text or ""
        return ""

    @property
    def error_code(self) -> str:
        """The code of an S3 error, which must be complete: code, message, resource, request id."""
        assert self.root == "Error", self
        assert self.headers.get("content-type", "").startswith("application/xml"), self
        assert self.headers.get("x-amz-request-id"), self
        assert self.field("Message") and self.field("RequestId") and self.field("Resource"), self
        return self.field("Code")

    @property
    def error_message(self) -> str:
        return self.field("Message")


def _local(tag) -> str:
    return tag.rsplit("}", 1)[-1]


def plain(gateway, method, target, headers=None, body=b"", host=None) -> Answer:
    """Sends a request as it stands, without any signature."""
    connection = http.client.HTTPConnection(gateway.host, gateway.port, timeout=60)
    try:
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or f"{gateway.host}:{gateway.port}")
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body and not headers_have(headers, "content-length"):
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders()
        if body:
            connection.send(body)
        return read(connection.getresponse())
    finally:
        connection.close()


def headers_have(headers, name) -> bool:
    return any(each.lower() == name for each in (headers or {}))


def read(response) -> Answer:
    """Reads a response to its end."""
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, response.read())


def signed(gateway, method, path, query="", headers=None, body=b"", **signing) -> Answer:
    """Sends a signed request. The path and the query go out as given; `signing` is for `sign`."""
    signing.setdefault("payload", hashlib.sha256(body).hexdigest())
    ready = sign(gateway, method, path, query, headers or {}, **signing)
    if body or method in ("PUT", "POST"):
        ready["Content-Length"] = str(len(body))
    return plain(gateway, method, path + (f"?{query}" if query else ""), ready, body)


def sign(gateway, method, path, query, headers, payload=UNSIGNED, key=access.ADMIN, at=None) -> dict:
    """The headers with those of Signature V4 added."""
    at = at or now()
    stamp = at.strftime("%Y%m%dT%H%M%SZ")
    whole = {
        "Host": f"{gateway.host}:{gateway.port}",
        "X-Amz-Date": stamp,
        "X-Amz-Content-Sha256": payload,
        **headers,
    }
    lowered = {name.lower(): " ".join(value.split()) for name, value in whole.items()}
    names = ";".join(sorted(lowered))
    canonical = "\n".join(
        [
            method,
            _canonical_path(path),
            _canonical_query(query),
            *[f"{name}:{lowered[name]}" for name in sorted(lowered)],
            "",
            names,
            payload,
        ]
    )
    scope = f"{stamp[:8]}/{_REGION}/s3/aws4_request"
    to_sign = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    signature = hmac.new(signing_key(key[1], stamp), to_sign.encode(), hashlib.sha256).hexdigest()
    authorization = f"AWS4-HMAC-SHA256 Credential={key[0]}/{scope}, SignedHeaders={names}, Signature={signature}"
    del whole["Host"]
    return {**whole, "Authorization": authorization}


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def signing_key(secret, stamp) -> bytes:
    """The key of a day, a region and the service."""
    key = f"AWS4{secret}".encode()
    for part in (stamp[:8], _REGION, "s3", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key


def _canonical_path(path) -> str:
    """The path with each segment encoded as S3 does, however a test wrote it."""
    return "/".join(urllib.parse.quote(urllib.parse.unquote_to_bytes(part), safe="-_.~") for part in path.split("/"))


def _canonical_query(query) -> str:
    pairs = urllib.parse.parse_qsl(query, keep_blank_values=True)
    encoded = [(urllib.parse.quote(name, safe="-_.~"), urllib.parse.quote(value, safe="-_.~")) for name, value in pairs]
    return "&".join(f"{name}={value}" for name, value in sorted(encoded))


def signed_chunks(headers, chunks, key=access.ADMIN):
    """The body of a `STREAMING-AWS4-HMAC-SHA256-PAYLOAD` request, chunk by chunk, from the headers that `sign` made."""
    stamp = headers["X-Amz-Date"]
    scope = f"{stamp[:8]}/{_REGION}/s3/aws4_request"
    secret = signing_key(key[1], stamp)
    previous = headers["Authorization"].rsplit("Signature=", 1)[1]
    for chunk in [*chunks, b""]:
        digest = hashlib.sha256(chunk).hexdigest()
        text = "\n".join(["AWS4-HMAC-SHA256-PAYLOAD", stamp, scope, previous, EMPTY_SHA256, digest])
        previous = hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
        yield f"{len(chunk):x};chunk-signature={previous}\r\n".encode() + chunk + b"\r\n"
