"""A gateway that speaks to its pachd over TLS: whom it trusts, and what it says where it trusts nobody."""

import pytest

import access
import certificates
import gateway as gateways
import pachds
from refusals import refused
from tls_front import TlsFront

pytestmark = certificates.needed


@pytest.fixture
def pachd(folder):
    """The port of a pachd behind TLS, and the folder of its certificate."""
    served = pachds.at_hand(folder)
    made = certificates.make(folder / "pachd-tls")
    front = TlsFront(served.address, made / "cert.pem", made / "key.pem")
    yield front.port, made
    front.close()
    served.close()


def test_objects_go_both_ways_over_tls(start, pachd):
    port, made = pachd
    s3 = access.client(start("--pfs", f"grpcs://127.0.0.1:{port}", "--pachd-ca-file", made / "cert.pem").url)
    name = f"master.{access.new_repo()}"
    s3.create_bucket(Bucket=name)
    body = b"x" * 3_000_000
    s3.put_object(Bucket=name, Key="k", Body=body)
    assert s3.get_object(Bucket=name, Key="k")["Body"].read() == body


def test_pachd_with_a_certificate_of_someone_else_is_not_spoken_to(start, pachd, folder):
    port, _ = pachd
    other = certificates.make(folder / "other")
    s3 = access.client(start("--pfs", f"grpcs://127.0.0.1:{port}", "--pachd-ca-file", other / "cert.pem").url)
    with refused(503, "ServiceUnavailable"):
        s3.list_buckets()


@pytest.mark.parametrize(("text", "why"), [(None, "cannot be read"), ("nonsense", "holds no certificate"), ("", "holds no certificate")])
def test_start_says_what_is_wrong_with_the_authorities(folder, text, why):
    authorities = folder / "ca.pem"
    if text is not None:
        authorities.write_text(text)
    listen = ["--data", folder / "data", "--listen", "127.0.0.1:0", "--admin-listen", "off"]
    answer = gateways.run(*listen, "--pfs", "grpcs://127.0.0.1:1", "--pachd-ca-file", authorities)
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [f"pfs-s3-gateway: --pachd-ca-file {authorities} {why}."]
