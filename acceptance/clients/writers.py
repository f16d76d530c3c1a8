"""Writers that put, overwrite, delete and copy until the gateway is gone."""

import hashlib
import random

import botocore.exceptions

import access
from journal import Crowd, Journal

BUCKET = "master.kill"
_SIZES = [0, 10, 500, 5_000, 60_000, 400_000, 2_000_000]
_WEIGHTS = [1, 6, 6, 4, 3, 1, 1]
_KEYS = 24
# A writer that comes late finds nobody listening any more.
_GONE = (botocore.exceptions.HTTPClientError, botocore.exceptions.EndpointConnectionError)


def bytes_of(seed) -> bytes:
    """The bytes that a seed stands for: recomputed to verify, so that the journal stays small."""
    chance = random.Random(seed)
    return chance.randbytes(chance.choices(_SIZES, _WEIGHTS)[0])


def hash_at(s3, key, **version):
    """The hash of what a key holds, None where it holds nothing."""
    try:
        return hashlib.sha256(s3.get_object(Bucket=BUCKET, Key=key, **version)["Body"].read()).hexdigest()
    except botocore.exceptions.ClientError as refusal:
        assert refusal.response["Error"]["Code"] == "NoSuchKey", refusal.response
        return None


def is_unavailable(refusal) -> bool:
    """Whether a request was answered that it cannot be done now, in words of S3, whatever became of it."""
    answer = refusal.response
    if answer["ResponseMetadata"]["HTTPStatusCode"] != 503:
        return False
    assert answer["Error"]["Code"] in ("ServiceUnavailable", "SlowDown"), answer
    # Only an error in XML has one.
    assert answer["Error"]["Resource"], answer
    return True


def digest_of(seed) -> str:
    return hashlib.sha256(bytes_of(seed)).hexdigest()


class Writer:
    """One client and its journal; `run` ends when the gateway does, or the crowd."""

    def __init__(self, number):
        self.journal = Journal(number)
        self._chance = random.Random(number)
        self._number = number
        self._s3 = None
        self._crowd = None
        self.refusals = 0
        self.unexpected = None

    def run(self, url, crowd: Crowd):
        """Writes until the connection breaks. What was not answered then stays pending in the journal."""
        self._s3, self._crowd = access.client(url, max_pool_connections=1), crowd
        acts = [self._put] * 8 + [self._create] * 2 + [self._delete] * 2 + [self._copy] * 3 + [self._delete_many]
        try:
            while not crowd.ended.is_set():
                self._attempt(self._chance.choice(acts))
        except _GONE:
            return
        except BaseException as failure:
            self.unexpected = failure
            raise
        finally:
            crowd.reached.set()

    def _attempt(self, act):
        try:
            act()
        except botocore.exceptions.ClientError as refusal:
            if is_unavailable(refusal):
                # Unknown outcome: the request stays pending, and this writer is done.
                raise botocore.exceptions.HTTPClientError(error=refusal) from refusal
            if refusal.response["Error"]["Code"] not in ("PreconditionFailed", "ConditionalRequestConflict"):
                raise
            self.journal.refuse()
            self.refusals += 1

    def _key(self) -> str:
        return f"w{self._number}/k{self._chance.randrange(_KEYS):02d}"

    def _present(self):
        return sorted(key for key, content in self.journal.state.items() if content is not None)

    def _done(self, answer, version="VersionId"):
        self.journal.acknowledge(answer.get(version) if version else None)
        self._crowd.acknowledged()

    def _put(self):
        key, seed = self._key(), f"{self._number}-{self.journal.next()}"
        self.journal.intend({key: digest_of(seed)})
        self._done(self._s3.put_object(Bucket=BUCKET, Key=key, Body=bytes_of(seed)))

    def _create(self):
        """Puts only where nothing is: refused half of the time, and then it must not show."""
        key, seed = self._key(), f"{self._number}-{self.journal.next()}"
        self.journal.intend({key: digest_of(seed)})
        answer = self._s3.put_object(Bucket=BUCKET, Key=key, Body=bytes_of(seed), IfNoneMatch="*")
        assert self.journal.state.get(key) is None, f"{key} was created over what was there"
        self._done(answer)

    def _delete(self):
        key = self._key()
        self.journal.intend({key: None})
        self._done(self._s3.delete_object(Bucket=BUCKET, Key=key))

    def _copy(self):
        present = self._present()
        if not present:
            return
        source, target = self._chance.choice(present), self._key()
        if source == target:
            return
        self.journal.intend({target: self.journal.state[source]})
        self._done(self._s3.copy_object(Bucket=BUCKET, Key=target, CopySource={"Bucket": BUCKET, "Key": source}))

    def _delete_many(self):
        keys = sorted({self._key() for _ in range(6)})
        self.journal.intend(dict.fromkeys(keys))
        answer = self._s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": key} for key in keys]})
        assert "Errors" not in answer, answer
        self._done(answer, version=None)
