"""Multipart uploads through boto3, a call at a time."""

import functools
import hashlib
import random

MIB = 1024 * 1024
LEAST = 5 * MIB


@functools.lru_cache(maxsize=8)
def body(seed, size=LEAST) -> bytes:
    """Bytes of a part: of the least size that a part may have unless it is the last."""
    return random.Random(seed).randbytes(size)


def etag_of(parts) -> str:
    """The ETag of an object that was completed of these parts."""
    whole = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts))
    return f'"{whole.hexdigest()}-{len(parts)}"'


class Upload:
    """One upload, begun when this is made; remembers the parts that were answered."""

    def __init__(self, s3, bucket, key, **settings):
        self.s3 = s3
        self.at = {"Bucket": bucket, "Key": key}
        self.begun = s3.create_multipart_upload(**self.at, **settings)
        self.id = self.begun["UploadId"]
        self.parts = {}

    @property
    def named(self) -> dict:
        return {**self.at, "UploadId": self.id}

    def put(self, number, data, **settings) -> dict:
        """Uploads a part, or one in its place."""
        answer = self.s3.upload_part(**self.named, PartNumber=number, Body=data, **settings)
        self.parts[number] = answer
        return answer

    def copy(self, number, source, **settings) -> dict:
        """Copies a part out of an object."""
        answer = self.s3.upload_part_copy(**self.named, PartNumber=number, CopySource=source, **settings)
        self.parts[number] = answer["CopyPartResult"]
        return answer

    def listed(self, *numbers) -> dict:
        """What Complete names: these parts, or all, with what was answered for each."""
        chosen = numbers or sorted(self.parts)
        return {"Parts": [{"PartNumber": number, **_identity(self.parts[number])} for number in chosen]}

    def complete(self, *numbers, s3=None, **settings) -> dict:
        return (s3 or self.s3).complete_multipart_upload(**self.named, MultipartUpload=self.listed(*numbers), **settings)

    def abort(self, s3=None):
        return (s3 or self.s3).abort_multipart_upload(**self.named)


def _identity(answer) -> dict:
    return {name: value for name, value in answer.items() if name == "ETag" or name.startswith("Checksum")}


def open_ids(s3, bucket, **settings) -> list:
    """The ids of a bucket's open uploads, in the order in which they are listed."""
    pages = s3.get_paginator("list_multipart_uploads").paginate(Bucket=bucket, **settings)
    return [each["UploadId"] for page in pages for each in page.get("Uploads", [])]
