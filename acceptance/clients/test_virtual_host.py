"""Buckets as host names below a domain, which is how boto3 addresses them unless it is told otherwise."""

import socket
import urllib.parse
import urllib.request

import pytest

import access
import wire

DOMAIN = "s3.example.test"


@pytest.fixture(scope="module")
def hosted(started_with):
    return started_with("--auth", "keys", "--keys-file", "KEYS", "--domain", DOMAIN)


@pytest.fixture
def below(hosted, monkeypatch):
    """A client whose every request goes to a name below the domain, all of which lead to the gateway."""
    lookup = socket.getaddrinfo

    def resolve(host, *arguments, **named):
        name = host.decode() if isinstance(host, bytes) else host
        return lookup("127.0.0.1" if name.endswith(DOMAIN) else host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    client = access.client(f"http://{DOMAIN}:{hosted.port}", s3={"addressing_style": "virtual"})
    seen = []
    client.meta.events.register("before-send.s3", lambda request, **_: seen.append(urllib.parse.urlsplit(request.url)))
    client.hosts = lambda: {each.hostname for each in seen}
    return client


@pytest.fixture
def path_style(hosted):
    return access.client(hosted.url)


@pytest.mark.parametrize("shape", ["{repo}", "master.{repo}", "side.{repo}.default"])
def test_bucket_is_what_stands_before_the_domain(below, path_style, shape):
    name = shape.format(repo=access.new_repo())
    below.create_bucket(Bucket=name)
    first = below.put_object(Bucket=name, Key="dir/ü k", Body=b"one")["VersionId"]
    below.put_object(Bucket=name, Key="dir/ü k", Body=b"two")
    assert below.hosts() == {f"{name}.{DOMAIN}"}
    assert path_style.get_object(Bucket=name, Key="dir/ü k")["Body"].read() == b"two"
    assert below.get_object(Bucket=f"{first}.{name}", Key="dir/ü k")["Body"].read() == b"one"
    assert [each["Key"] for each in below.list_objects_v2(Bucket=name)["Contents"]] == ["dir/ü k"]
    below.copy_object(Bucket=name, Key="copy", CopySource={"Bucket": name, "Key": "dir/ü k"})
    below.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "copy"}]})
    below.delete_bucket(Bucket=name)


def test_signed_url_names_the_bucket_in_its_host(below):
    name = f"master.{access.new_repo()}"
    below.create_bucket(Bucket=name)
    below.put_object(Bucket=name, Key="k", Body=b"x")
    url = below.generate_presigned_url("get_object", {"Bucket": name, "Key": "k"}, ExpiresIn=60)
    assert urllib.parse.urlsplit(url).hostname == f"{name}.{DOMAIN}"
    with urllib.request.urlopen(url, timeout=60) as answer:
        assert answer.read() == b"x"


def test_domain_itself_and_addresses_are_path_style(hosted, below, path_style):
    name = f"master.{access.new_repo()}"
    path_style.create_bucket(Bucket=name)
    assert name in [each["Name"] for each in below.list_buckets()["Buckets"]]
    assert name in [each["Name"] for each in path_style.list_buckets()["Buckets"]]


def test_host_said_to_have_been_asked_for_is_not_believed(hosted, path_style):
    name = f"master.{access.new_repo()}"
    path_style.create_bucket(Bucket=name)
    answer = wire.signed(hosted, "GET", "/", headers={"X-Forwarded-Host": f"{name}.{DOMAIN}"})
    assert answer.root == "ListAllMyBucketsResult"
