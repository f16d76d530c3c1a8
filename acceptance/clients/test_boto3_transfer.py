"""boto3's own transfers: files that it cuts into parts, several at a time."""

import hashlib
import io

import boto3.s3.transfer
import pytest

from history import History
from refusals import refused
from uploads import MIB, Upload, body, open_ids

SIZE = 40 * MIB + 12_345
CONFIG = boto3.s3.transfer.TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=8 * MIB, max_concurrency=6)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("transfer") / "up"
    path.write_bytes(body(1, 8 * MIB) * 5 + body(2, SIZE - 40 * MIB))
    return path


def digest(path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_file_goes_up_in_parts_and_comes_down_the_same(s3, bucket, file, tmp_path):
    history = History(s3, bucket)
    with history.grows_by(1):
        s3.upload_file(str(file), bucket, "f", ExtraArgs={"ContentType": "text/x-mine"}, Config=CONFIG)
    head = s3.head_object(Bucket=bucket, Key="f", PartNumber=1)
    assert (head["PartsCount"], head["ContentType"]) == (6, "text/x-mine")
    s3.download_file(bucket, "f", str(tmp_path / "down"), Config=CONFIG)
    assert digest(tmp_path / "down") == digest(file)


@pytest.mark.parametrize("algorithm", ["CRC64NVME", "SHA256"])
def test_file_goes_up_under_a_checksum(s3, bucket, file, tmp_path, algorithm):
    s3.upload_file(str(file), bucket, "f", ExtraArgs={"ChecksumAlgorithm": algorithm}, Config=CONFIG)
    assert f"Checksum{algorithm}" in s3.head_object(Bucket=bucket, Key="f", ChecksumMode="ENABLED")
    s3.download_file(bucket, "f", str(tmp_path / "down"), Config=CONFIG)
    assert digest(tmp_path / "down") == digest(file)


def test_object_is_copied_in_parts(s3, bucket, file):
    s3.upload_file(str(file), bucket, "f", Config=CONFIG)
    s3.copy({"Bucket": bucket, "Key": "f"}, bucket, "g", Config=CONFIG)
    back = io.BytesIO()
    s3.download_fileobj(bucket, "g", back, Config=CONFIG)
    assert hashlib.sha256(back.getvalue()).hexdigest() == digest(file)


def test_transfer_that_fails_leaves_nothing(s3, bucket):
    class Broken(io.RawIOBase):
        """A source that fails after its first parts."""

        left = 20 * MIB

        def readable(self):
            return True

        def read(self, size=-1):
            if self.left <= 0:
                raise OSError("the source is gone")
            self.left -= size
            return bytes(size)

    history = History(s3, bucket)
    with history.grows_by(0), pytest.raises(OSError, match="the source is gone"):
        s3.upload_fileobj(Broken(), bucket, "f", Config=CONFIG)
    assert open_ids(s3, bucket) == []
    with refused(404, "NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="f")


def test_bucket_that_is_deleted_takes_its_uploads_along(s3, bucket):
    upload = Upload(s3, bucket, "a")
    upload.put(1, b"x")
    s3.delete_bucket(Bucket=bucket)
    with refused(404, "NoSuchBucket", "NoSuchUpload"):
        upload.complete()
    s3.create_bucket(Bucket=bucket)
    with refused(404, "NoSuchUpload"):
        upload.complete()
    assert open_ids(s3, bucket) == []
