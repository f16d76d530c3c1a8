"""HTTPS with certificates from PEM files, and what happens when these are replaced while the gateway serves."""

import shutil
import ssl
import urllib.request

import boto3
import botocore.config
import pytest

import access
import certificates
import gateway as gateways

pytestmark = certificates.needed


def flags(folder):
    return ["--tls-cert", folder / "cert.pem", "--tls-key", folder / "key.pem"]


def ask(gateway, authority):
    """The status of a request over a new connection that trusts this certificate alone."""
    context = ssl.create_default_context(cafile=str(authority))
    with urllib.request.urlopen(gateway.url, context=context, timeout=60) as answer:
        return answer.status


@pytest.mark.parametrize("kind", ["rsa:2048", "ec"])
def test_boto3_over_https(start, folder, kind):
    made = certificates.make(folder / "tls", kind)
    gateway = start(*flags(made))
    s3 = boto3.client(
        "s3",
        endpoint_url=gateway.url,
        region_name="us-east-1",
        aws_access_key_id="any",
        aws_secret_access_key="any",
        verify=str(made / "cert.pem"),
        config=botocore.config.Config(s3={"addressing_style": "path"}),
    )
    assert gateway.url.startswith("https://")
    name = f"master.{access.new_repo()}"
    s3.create_bucket(Bucket=name)
    body = b"x" * 3_000_000
    s3.put_object(Bucket=name, Key="k", Body=body)
    assert s3.get_object(Bucket=name, Key="k")["Body"].read() == body


def test_replaced_certificate_is_served_and_a_bad_one_is_not(start, folder):
    made = certificates.make(folder / "tls")
    gateway = start(*flags(made))
    old = shutil.copy(made / "cert.pem", folder / "old.pem")
    (made / "cert.pem").write_text("nonsense")
    assert [ask(gateway, old) for _ in range(3)] == [200] * 3
    assert gateway.text().count("holds no certificate") == 1
    certificates.make(made, "ec")
    assert ask(gateway, made / "cert.pem") == 200


def test_start_says_what_is_wrong_with_the_files(folder):
    made, other = certificates.make(folder / "tls"), certificates.make(folder / "other")
    arguments = ["--data", folder / "data", "--listen", "127.0.0.1:0", "--admin-listen", "off", "--tls-cert", made / "cert.pem"]
    alone = gateways.run(*arguments)
    assert alone.returncode == 2 and "--tls-cert and --tls-key go together" in alone.stderr
    stranger = gateways.run(*arguments, "--tls-key", other / "key.pem")
    assert stranger.returncode == 1 and "is not the key of the first certificate" in stranger.stderr
    assert len(stranger.stderr.splitlines()) == 1
