"""Checksums and identities through boto3: verified before anything is committed."""

import base64
import datetime
import hashlib
import zlib

import pytest

import access
from history import History
from refusals import refused

BODY = b"hello"
# CRC64NVME of "hello" is a published value; the others come from Python's own.
KNOWN = {
    "CRC32": base64.b64encode(zlib.crc32(BODY).to_bytes(4, "big")).decode(),
    "CRC64NVME": "M3eFcAZSQlc=",
    "SHA1": base64.b64encode(hashlib.sha1(BODY).digest()).decode(),
    "SHA256": base64.b64encode(hashlib.sha256(BODY).digest()).decode(),
    "CRC32C": "mnG7TA==",
}


@pytest.mark.parametrize("algorithm", KNOWN)
def test_checksum_is_kept_and_returned_when_asked_for(s3, bucket, algorithm):
    put = s3.put_object(Bucket=bucket, Key="a", Body=BODY, ChecksumAlgorithm=algorithm)
    field = f"Checksum{algorithm}"
    assert put[field] == KNOWN[algorithm]
    assert s3.get_object(Bucket=bucket, Key="a", ChecksumMode="ENABLED")[field] == KNOWN[algorithm]
    assert s3.head_object(Bucket=bucket, Key="a", ChecksumMode="ENABLED")[field] == KNOWN[algorithm]


def test_checksum_is_sent_by_default_and_kept(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=BODY)
    assert s3.head_object(Bucket=bucket, Key="a", ChecksumMode="ENABLED")["ChecksumCRC32"] == KNOWN["CRC32"]
    assert "ChecksumCRC32" not in s3.head_object(Bucket=bucket, Key="a")


@pytest.mark.parametrize("algorithm", KNOWN)
def test_wrong_checksum_is_refused_and_leaves_nothing(s3, bucket, algorithm):
    history = History(s3, bucket)
    size = len(base64.b64decode(KNOWN[algorithm]))
    with history.grows_by(0), refused(400, "BadDigest"):
        s3.put_object(Bucket=bucket, Key="a", Body=BODY, **{f"Checksum{algorithm}": base64.b64encode(bytes(size)).decode()})
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="a")


def test_wrong_md5_is_refused(s3, bucket):
    history = History(s3, bucket)
    with history.grows_by(0):
        with refused(400, "BadDigest"):
            s3.put_object(Bucket=bucket, Key="a", Body=BODY, ContentMD5=base64.b64encode(bytes(16)).decode())
        with refused(400, "InvalidDigest"):
            s3.put_object(Bucket=bucket, Key="a", Body=BODY, ContentMD5="short")
    right = base64.b64encode(hashlib.md5(BODY).digest()).decode()
    s3.put_object(Bucket=bucket, Key="a", Body=BODY, ContentMD5=right)


def test_wrong_secret_is_refused(gateway, bucket):
    with refused(403, "SignatureDoesNotMatch"):
        access.client(gateway.url, (access.ADMIN[0], "not-the-secret")).list_objects_v2(Bucket=bucket)


def test_unknown_key_is_refused(gateway, bucket):
    with refused(403, "InvalidAccessKeyId"):
        access.client(gateway.url, ("AKIDNOBODY0000000001", "x")).list_objects_v2(Bucket=bucket)


@pytest.mark.parametrize("minutes", [-16, 16])
def test_skewed_clock_is_refused(s3, bucket, minutes):
    with access.clock_off_by(datetime.timedelta(minutes=minutes)), refused(403, "RequestTimeTooSkewed"):
        s3.put_object(Bucket=bucket, Key="a", Body=BODY)


def test_any_region_is_accepted_in_a_signature(gateway, bucket):
    elsewhere = access.client(gateway.url, region="ap-southeast-7")
    assert elsewhere.list_objects_v2(Bucket=bucket)["KeyCount"] == 0


def test_open_mode_takes_any_credentials(open_gateway):
    s3 = access.client(open_gateway.url, ("anything", "at-all"))
    bucket = f"master.{access.new_repo()}"
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="a", Body=BODY)
    assert access.client(open_gateway.url, ("someone", "else")).get_object(Bucket=bucket, Key="a")["Body"].read() == BODY
