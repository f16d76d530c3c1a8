"""Writers that upload parts, complete and abort until the gateway is gone, and that go on where they were when it is back."""

import random

import botocore.exceptions

import access
from journal import Crowd
from upload_journal import BUCKET, SOURCE, Written, is_copied, part_of

# A writer that comes late finds nobody listening any more.
_GONE = (botocore.exceptions.HTTPClientError, botocore.exceptions.EndpointConnectionError)


def is_late(answer) -> bool:
    """Whether an answer began before it was known what comes of the request, since that took long. It has no length."""
    return answer["ResponseMetadata"]["HTTPHeaders"].get("transfer-encoding") == "chunked"


def told(answer) -> tuple:
    """The version and the ETag of an answer to Complete. One that is late cannot name the version in its head."""
    return None if is_late(answer) else answer["VersionId"], answer["ETag"]


class UploadWriter:
    """One client, with the uploads that it began. `run` ends when the gateway does, or the crowd."""

    def __init__(self, number):
        self.open = []
        self.completed = []
        self.aborted = []
        self.unsettled = []
        self._chance = random.Random(number)
        self._number = number
        self._made = 0
        self._s3 = None

    def run(self, url, crowd: Crowd):
        """Writes until the connection breaks."""
        self._s3 = access.client(url, max_pool_connections=1)
        try:
            while not crowd.ended.is_set():
                self._step(crowd)
        except _GONE:
            return
        finally:
            crowd.reached.set()

    def _step(self, crowd):
        if len(self.open) < 3:
            self.begin()
        else:
            upload = self._chance.choice(self.open)
            act = self._chance.random()
            if not upload.has_all or act < 0.1:
                self.send(upload)
            elif act < 0.8:
                self.complete(upload)
            else:
                self.abort(upload)
        crowd.acknowledged()

    def begin(self):
        """Begins an upload. One that was begun without an answer is nobody's, and goes with its expiry."""
        self._made += 1
        upload = Written(f"w{self._number}/u{self._made:05d}", self._chance.choice([1, 2, 2, 3, 4]))
        upload.id = self._s3.create_multipart_upload(Bucket=BUCKET, Key=upload.key)["UploadId"]
        self.open.append(upload)

    def send(self, upload):
        """Sends a part that is missing, or one in the place of another. Without an answer it has to be sent again."""
        missing = [number for number in range(1, upload.count + 1) if number not in upload.etags]
        number = missing[0] if missing else self._chance.randint(1, upload.count)
        upload.sent[number] = upload.sent.get(number, 0) + 1
        upload.etags.pop(number, None)
        at = {**upload.named, "PartNumber": number}
        if is_copied(upload, number):
            answer = self._s3.upload_part_copy(**at, CopySource={"Bucket": BUCKET, "Key": SOURCE})["CopyPartResult"]
        else:
            answer = self._s3.upload_part(**at, Body=part_of(upload, number))
        upload.etags[number] = answer["ETag"]

    def complete(self, upload):
        upload.asked = "complete"
        self._unsettle(upload)
        answer = self._s3.complete_multipart_upload(**upload.named, MultipartUpload=upload.listed)
        self._settle(upload, self.completed, told(answer))

    def abort(self, upload):
        upload.asked = "abort"
        self._unsettle(upload)
        self._s3.abort_multipart_upload(**upload.named)
        self._settle(upload, self.aborted)

    def _unsettle(self, upload):
        if upload in self.open:
            self.open.remove(upload)
            self.unsettled.append(upload)

    def _settle(self, upload, where, answer=()):
        upload.answer = answer
        self.unsettled.remove(upload)
        where.append(upload)

    def settle(self, s3, found):
        """Repeats what got no answer; `found(upload)` tells the version that is there before, or None."""
        self._s3 = s3
        for upload in list(self.unsettled):
            version = found(upload)
            if upload.asked == "complete":
                self.complete(upload)
                assert version in (None, upload.answer[0]), f"{upload.key} was completed twice: {version}, {upload.answer}"
            else:
                assert version is None, f"{upload.key} is there, but was only aborted"
                self._abort_again(upload)

    def _abort_again(self, upload):
        try:
            self.abort(upload)
        except botocore.exceptions.ClientError as refusal:
            assert refusal.response["Error"]["Code"] == "NoSuchUpload", refusal.response
            self._settle(upload, self.aborted)

    def settle_expired(self, s3, found):
        """Decides what became of the requests that got no answer, when all open uploads have been given up since."""
        for upload in list(self.unsettled):
            version = found(upload)
            if version is None:
                self._settle(upload, self.aborted)
            else:
                assert upload.asked == "complete", f"{upload.key} is there, but was only aborted"
                self._settle(upload, self.completed, (version, s3.head_object(Bucket=BUCKET, Key=upload.key)["ETag"]))
        self.aborted += self.open
        self.open = []
