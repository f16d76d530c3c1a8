"""Checksums of multipart uploads, copied parts, and what is told of the parts of an object."""

import base64
import hashlib
import zlib

import awscrt.checksums
import pytest

from history import History
from refusals import refused
from uploads import LEAST, Upload, body

PARTS = [body(1), body(2), b"the end"]
WHOLE = b"".join(PARTS)


def crc32(data) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def crc32c(data) -> bytes:
    return awscrt.checksums.crc32c(data).to_bytes(4, "big")


def crc64nvme(data) -> bytes:
    return awscrt.checksums.crc64nvme(data).to_bytes(8, "big")


DIGESTS = {
    "CRC32": crc32,
    "CRC32C": crc32c,
    "CRC64NVME": crc64nvme,
    "SHA1": lambda data: hashlib.sha1(data).digest(),
    "SHA256": lambda data: hashlib.sha256(data).digest(),
}
FULL = [("CRC32", "FULL_OBJECT"), ("CRC32C", "FULL_OBJECT"), ("CRC64NVME", "FULL_OBJECT")]
COMPOSITE = [("CRC32", "COMPOSITE"), ("CRC32C", "COMPOSITE"), ("SHA1", "COMPOSITE"), ("SHA256", "COMPOSITE")]


def text(digest) -> str:
    return base64.b64encode(digest).decode()


def of_whole(algorithm, kind, parts) -> str:
    """The checksum of an object of these parts."""
    digest = DIGESTS[algorithm]
    if kind == "FULL_OBJECT":
        return text(digest(b"".join(parts)))
    return f"{text(digest(b''.join(map(digest, parts))))}-{len(parts)}"


def made(s3, bucket, algorithm, kind):
    upload = Upload(s3, bucket, "a", ChecksumAlgorithm=algorithm, ChecksumType=kind)
    for number, part in enumerate(PARTS, start=1):
        upload.put(number, part, ChecksumAlgorithm=algorithm)
    return upload


@pytest.mark.parametrize("algorithm, kind", FULL + COMPOSITE)
def test_checksum_of_the_whole_is_made_of_those_of_the_parts(s3, bucket, algorithm, kind):
    field, upload = f"Checksum{algorithm}", made(s3, bucket, algorithm, kind)
    assert [upload.parts[number][field] for number in (1, 2, 3)] == [text(DIGESTS[algorithm](part)) for part in PARTS]
    expected = of_whole(algorithm, kind, PARTS)
    done = upload.complete(ChecksumType=kind)
    assert (done[field], done["ChecksumType"]) == (expected, kind)
    head = s3.head_object(Bucket=bucket, Key="a", ChecksumMode="ENABLED")
    assert (head[field], head["ChecksumType"]) == (expected, kind)
    # botocore compares a checksum of the whole with what it reads.
    got = s3.get_object(Bucket=bucket, Key="a", ChecksumMode="ENABLED")
    assert (got[field], got["Body"].read()) == (expected, WHOLE)


@pytest.mark.parametrize("algorithm, kind", [("CRC32", "FULL_OBJECT"), ("CRC64NVME", "FULL_OBJECT"), ("SHA256", "COMPOSITE")])
def test_wrong_checksum_of_the_whole_is_refused(s3, bucket, algorithm, kind):
    upload = made(s3, bucket, algorithm, kind)
    wrong = of_whole(algorithm, kind, PARTS[::-1])
    history = History(s3, bucket)
    with history.grows_by(0), refused(400, "BadDigest"):
        upload.complete(ChecksumType=kind, **{f"Checksum{algorithm}": wrong})
    right = of_whole(algorithm, kind, PARTS)
    assert upload.complete(ChecksumType=kind, **{f"Checksum{algorithm}": right})[f"Checksum{algorithm}"] == right


def test_wrong_checksum_of_a_part_is_refused_and_leaves_the_part_before(s3, bucket):
    upload = Upload(s3, bucket, "a", ChecksumAlgorithm="SHA256")
    kept = upload.put(1, b"first", ChecksumAlgorithm="SHA256")
    with refused(400, "BadDigest"):
        upload.put(1, b"second", ChecksumSHA256=text(bytes(32)))
    assert [each["ETag"] for each in s3.list_parts(**upload.named)["Parts"]] == [kept["ETag"]]


def test_wrong_checksum_of_a_part_in_complete_is_refused(s3, bucket):
    upload = made(s3, bucket, "SHA256", "COMPOSITE")
    upload.parts[1] = {**upload.parts[1], "ChecksumSHA256": text(bytes(32))}
    with refused(400, "InvalidPart", "BadDigest"):
        upload.complete()


def test_wrong_size_of_the_whole_is_refused(s3, bucket):
    upload = made(s3, bucket, "CRC32", "FULL_OBJECT")
    with refused(400):
        upload.complete(MpuObjectSize=len(WHOLE) + 1)
    upload.complete(MpuObjectSize=len(WHOLE))


@pytest.mark.parametrize("algorithm, kind", [("SHA256", "FULL_OBJECT"), ("CRC64NVME", "COMPOSITE")])
def test_checksums_that_cannot_be_are_refused(s3, bucket, algorithm, kind):
    with refused(400, "InvalidRequest"):
        Upload(s3, bucket, "a", ChecksumAlgorithm=algorithm, ChecksumType=kind)


def test_parts_are_read_by_number(s3, bucket):
    made(s3, bucket, "CRC32", "COMPOSITE").complete()
    at = 0
    for number, part in enumerate(PARTS, start=1):
        got = s3.get_object(Bucket=bucket, Key="a", PartNumber=number)
        assert (got["Body"].read(), got["PartsCount"]) == (part, 3)
        assert got["ResponseMetadata"]["HTTPStatusCode"] == 206
        assert got["ContentRange"] == f"bytes {at}-{at + len(part) - 1}/{len(WHOLE)}"
        head = s3.head_object(Bucket=bucket, Key="a", PartNumber=number)
        assert (head["ContentLength"], head["PartsCount"]) == (len(part), 3)
        at += len(part)
    with refused(400, "InvalidPart"):
        s3.get_object(Bucket=bucket, Key="a", PartNumber=4)


def test_attributes_tell_the_parts(s3, bucket):
    done = made(s3, bucket, "SHA256", "COMPOSITE").complete()
    asked = ["ETag", "Checksum", "ObjectParts", "ObjectSize", "StorageClass"]
    told = s3.get_object_attributes(Bucket=bucket, Key="a", ObjectAttributes=asked)
    assert f'"{told["ETag"]}"' == done["ETag"]
    assert (told["ObjectSize"], told["StorageClass"], told["VersionId"]) == (len(WHOLE), "STANDARD", done["VersionId"])
    assert told["Checksum"] == {"ChecksumSHA256": of_whole("SHA256", "COMPOSITE", PARTS), "ChecksumType": "COMPOSITE"}
    assert told["ObjectParts"]["TotalPartsCount"] == 3
    assert [(each["PartNumber"], each["Size"], each["ChecksumSHA256"]) for each in told["ObjectParts"]["Parts"]] == [
        (number, len(part), text(hashlib.sha256(part).digest())) for number, part in enumerate(PARTS, start=1)
    ]
    page = s3.get_object_attributes(Bucket=bucket, Key="a", ObjectAttributes=["ObjectParts"], MaxParts=1, PartNumberMarker=1)
    assert [each["PartNumber"] for each in page["ObjectParts"]["Parts"]] == [2]
    assert page["ObjectParts"]["IsTruncated"] and "ETag" not in page


def test_attributes_of_an_object_without_parts_name_none(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"hello")
    told = s3.get_object_attributes(Bucket=bucket, Key="a", ObjectAttributes=["ObjectParts", "ObjectSize"])
    assert told["ObjectSize"] == 5 and "ObjectParts" not in told


def test_parts_are_copied_out_of_objects_and_of_the_past(s3, bucket):
    old = s3.put_object(Bucket=bucket, Key="source", Body=body(5, 2 * LEAST))["VersionId"]
    s3.put_object(Bucket=bucket, Key="source", Body=b"new")
    past = {"Bucket": bucket, "Key": "source", "VersionId": old}
    upload = Upload(s3, bucket, "a")
    whole = upload.copy(1, past)
    assert whole["CopySourceVersionId"] == old
    assert whole["CopyPartResult"]["ETag"] == s3.head_object(**past)["ETag"]
    upload.copy(2, past, CopySourceRange=f"bytes=1-{LEAST}")
    upload.copy(3, {"Bucket": bucket, "Key": "source"})
    upload.complete()
    source = body(5, 2 * LEAST)
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == source + source[1 : LEAST + 1] + b"new"


def test_parts_are_copied_between_buckets_and_keep_what_they_were(s3, bucket, gateway):
    other = f"{bucket}-other"
    s3.create_bucket(Bucket=other)
    s3.put_object(Bucket=other, Key="source", Body=b"0123456789")
    upload = Upload(s3, bucket, "a")
    upload.copy(1, {"Bucket": other, "Key": "source"}, CopySourceRange="bytes=2-5")
    s3.delete_object(Bucket=other, Key="source")
    s3.delete_bucket(Bucket=other)
    upload.complete()
    assert s3.get_object(Bucket=bucket, Key="a")["Body"].read() == b"2345"


def test_copies_of_what_is_not_there_are_refused(s3, bucket):
    s3.put_object(Bucket=bucket, Key="source", Body=b"0123456789")
    upload, here = Upload(s3, bucket, "a"), {"Bucket": bucket, "Key": "source"}
    with refused(416, "InvalidRange"):
        upload.copy(1, here, CopySourceRange="bytes=5-10")
    with refused(400, "InvalidArgument"):
        upload.copy(1, here, CopySourceRange="bytes=5-")
    with refused(404, "NoSuchKey"):
        upload.copy(1, {"Bucket": bucket, "Key": "absent"})
    with refused(412, "PreconditionFailed"):
        upload.copy(1, here, CopySourceIfNoneMatch=s3.head_object(**here)["ETag"])
    assert "Parts" not in s3.list_parts(**upload.named)
