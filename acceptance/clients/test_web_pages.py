"""Mode open and a web page of another site in the user's browser: it must not get in."""

import pytest

import access
import wire

STRANGE = {
    "origin of another site": {"Origin": "https://evil.example"},
    "opaque origin": {"Origin": "null"},
    "origin on another port": {"Origin": "http://127.0.0.1:1"},
    "fetch from another site": {"Sec-Fetch-Site": "cross-site"},
    "fetch from a sibling": {"Sec-Fetch-Site": "same-site"},
}


@pytest.fixture
def target(open_gateway):
    """A bucket with one object, `a`."""
    name = f"master.{access.new_repo('web')}"
    assert wire.plain(open_gateway, "PUT", f"/{name}", {"Content-Length": "0"}).status == 200
    assert wire.plain(open_gateway, "PUT", f"/{name}/a", {}, b"secret").status == 200
    return name


@pytest.mark.parametrize("why", STRANGE)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
def test_page_of_another_site_is_refused(open_gateway, target, method, why):
    body = b"planted" if method == "PUT" else b""
    answer = wire.plain(open_gateway, method, f"/{target}/a", STRANGE[why], body)
    assert (answer.status, answer.error_code) == (403, "AccessDenied"), answer
    assert "access-control-allow-origin" not in answer.headers
    assert wire.plain(open_gateway, "GET", f"/{target}/a").body == b"secret"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:30600", "127.0.0.1.evil.example", "192.0.2.1", ""])
def test_rebound_name_is_refused(open_gateway, target, host):
    answer = wire.plain(open_gateway, "GET", f"/{target}/a", host=host or " ")
    assert answer.status in (400, 403), answer
    assert b"secret" not in answer.body


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_loopback_by_any_name_is_served(open_gateway, target, host):
    assert wire.plain(open_gateway, "GET", f"/{target}/a", host=f"{host}:{open_gateway.port}").body == b"secret"


def test_pages_of_the_gateway_itself_are_served(open_gateway, target):
    own = {"Origin": open_gateway.url, "Sec-Fetch-Site": "same-origin"}
    assert wire.plain(open_gateway, "GET", f"/{target}/a", own).body == b"secret"
    assert wire.plain(open_gateway, "GET", f"/{target}/a", {"Sec-Fetch-Site": "none"}).body == b"secret"


def test_refusal_comes_before_the_body(open_gateway, target):
    headers = {"Origin": "https://evil.example", "Content-Length": "1000000000", "Expect": "100-continue"}
    answer = wire.plain(open_gateway, "PUT", f"/{target}/a", headers)
    assert answer.status == 403, answer
