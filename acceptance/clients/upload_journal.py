"""What writers of uploads asked for and what they were told, so that a killed gateway can be held to its word.

An upload goes through begun, parts, and one of completed or aborted. Requests that got no answer leave a question, which the
restarted gateway settles: the part is there or is sent again; the Complete or the Abort has happened or is repeated.
"""

import dataclasses
import hashlib

import uploads

BUCKET = "master.killed-uploads"


# What most large parts are copied of, so that a long run does not fill the disk.
SOURCE = "source"


def is_copied(upload, number) -> bool:
    """Whether a part, as it was sent last, is a copy of the source: so are three of four but the last."""
    return number < upload.count and (int(upload.key[-5:]) + upload.sent[number]) % 4 != 0


def part_of(upload, number) -> bytes:
    """The bytes of a part as it was sent last: all but the last are of the least size, and the last is small."""
    if is_copied(upload, number):
        return uploads.body(1)
    stamp = f"{upload.key}-{number}-{upload.sent[number]}".encode().ljust(64, b".")
    return stamp + (uploads.body(1)[64:] if number < upload.count else b"")


@dataclasses.dataclass
class Written:
    """One upload as its writer knows it. `sent` counts how often a part was sent: each time it has other bytes."""

    key: str
    count: int
    id: str = ""
    sent: dict = dataclasses.field(default_factory=dict)
    etags: dict = dataclasses.field(default_factory=dict)
    asked: str = ""
    answer: tuple = ()

    @property
    def named(self) -> dict:
        return {"Bucket": BUCKET, "Key": self.key, "UploadId": self.id}

    @property
    def listed(self) -> dict:
        return {"Parts": [{"PartNumber": number, "ETag": self.etags[number]} for number in sorted(self.etags)]}

    @property
    def whole(self) -> str:
        """The hash of the object that the answered parts make."""
        digest = hashlib.sha256()
        for number in sorted(self.etags):
            digest.update(part_of(self, number))
        return digest.hexdigest()

    @property
    def has_all(self) -> bool:
        return len(self.etags) == self.count

    @property
    def large_bytes(self) -> int:
        """How many bytes its object adds to those on disk."""
        return sum(uploads.LEAST for number in range(1, self.count) if not is_copied(self, number))
