"""How many commits a branch got: seen from outside, by walking `HEAD^N` back to a canary."""

import contextlib
import uuid

import botocore.exceptions

_CANARY = "canary"


class History:
    """Counts the commits of a bucket since this object put its canary there."""

    def __init__(self, s3, bucket):
        self._s3 = s3
        self._bucket = bucket
        self._key = f"{_CANARY}-{uuid.uuid4().hex}"
        s3.put_object(Bucket=bucket, Key=self._key, Body=b"here")

    def commits(self) -> int:
        """How many commits were made since the canary: the last `HEAD^N` at which it is there."""
        count = 0
        while self._there(count + 1):
            count += 1
        return count

    def _there(self, ancestors) -> bool:
        try:
            self._s3.head_object(Bucket=self._bucket, Key=self._key, VersionId=f"HEAD^{ancestors}")
            return True
        except botocore.exceptions.ClientError as refusal:
            if refusal.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
                raise
            return False

    @contextlib.contextmanager
    def grows_by(self, expected):
        """Asserts how many commits the block makes."""
        before = self.commits()
        yield
        assert self.commits() - before == expected
