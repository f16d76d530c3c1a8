"""Listings of every kind against a model that has no pages: random keys, prefixes, delimiters, markers and page sizes, from a seed."""

import random

import pytest

import access
import figures

QUERIES = figures.amount("ACCEPTANCE_PAGES", usual=1_000, full=10_000)
# So many queries of each of the four kinds are asked of one bucket before the next is made.
OF_A_BUCKET = 50
STEPS = 60
UPLOADS = 30
PIECES = ["a", "b", "ab", "/", "//", "..", ".", "é", "日", "\u0001", "~", " ", "+", "%2F", "\uff5e", "\U0001f600"]


def ordered(texts):
    return sorted(texts, key=lambda text: text.encode())


def readable(text):
    """Answers about uploads tell a control character as a reference, which botocore cannot read; listings of keys have it in an URL's way."""
    return text.replace("\u0001", "c")


class Bucket:
    """A bucket with a history drawn from a seed, and a plain account of it."""

    def __init__(self, s3, chance):
        self.s3, self.chance = s3, chance
        self.name = f"master.{access.new_repo('pages')}"
        s3.create_bucket(Bucket=self.name)
        # The keys that each commit left; and of each key its changes, newest first.
        self.keys_at, self.changes, keys = {}, {}, set()
        for _ in range(STEPS):
            keys = self._step(keys)
        self.head = keys
        # Ids of uploads are in the order of their beginnings.
        self.uploads = {}
        for _ in range(UPLOADS):
            key = readable(self.new_key())
            self.uploads.setdefault(key, []).append(s3.create_multipart_upload(Bucket=self.name, Key=key)["UploadId"])

    def _step(self, keys):
        deleted = bool(keys) and self.chance.randrange(4) == 0
        if deleted:
            key = self.chance.choice(ordered(keys))
            commit = self.s3.delete_object(Bucket=self.name, Key=key)["VersionId"]
        else:
            key = self.new_key()
            commit = self.s3.put_object(Bucket=self.name, Key=key, Body=b"")["VersionId"]
        left = keys - {key} if deleted else keys | {key}
        self.keys_at[commit] = left
        self.changes.setdefault(key, []).insert(0, (commit, deleted))
        return left

    def new_key(self):
        return "".join(self.chance.choice(PIECES) for _ in range(self.chance.randint(1, 5)))

    def any_key(self):
        return self.chance.choice(ordered(self.changes) + ordered(self.uploads))

    def any_question(self):
        """A prefix, a delimiter and a page size."""
        key = self.any_key()
        prefix = self.chance.choice(["", key, key[: self.chance.randint(0, len(key))]])
        delimiter = self.chance.choice(["", "/", self.chance.choice(PIECES)])
        return prefix, delimiter, self.chance.choice([self.chance.randint(1, 4), self.chance.randint(1, 1000), 0])

    def any_marker(self, prefix, delimiter):
        """A key, a common prefix, something else, or nothing."""
        key = self.any_key()
        rolled = rolled_up(key, prefix, delimiter) if key.startswith(prefix) else key
        return self.chance.choice([key, rolled, self.new_key(), "", ""])


def rolled_up(key, prefix, delimiter):
    at = key.find(delimiter, len(prefix)) if delimiter else -1
    return key if at < 0 else key[: at + len(delimiter)]


def entries(below, prefix, delimiter):
    """What a listing without pages shows: names in order, each with what stands there, or None for a common prefix."""
    shown = []
    for key in ordered(key for key in below if key.startswith(prefix)):
        name = rolled_up(key, prefix, delimiter)
        if name != key or (delimiter and key.find(delimiter, len(prefix)) >= 0):
            if (name, None) not in shown:
                shown.append((name, None))
        else:
            shown += [(key, each) for each in below[key]]
    return sorted(shown, key=lambda entry: entry[0].encode())


def behind(all_entries, marker, inner=""):
    """The entries behind a marker; with `inner`, behind that one of the entries of its name."""
    if inner and (marker, inner) in all_entries:
        return all_entries[all_entries.index((marker, inner)) + 1 :]
    return [each for each in all_entries if each[0].encode() > marker.encode()] if marker else all_entries


def paged(page, field, inner):
    """The entries of a page, in order of their names."""
    found = [(each["Key"], inner(each)) for each in page.get(field, [])]
    return found + [(each["Prefix"], None) for each in page.get("CommonPrefixes", [])]


def assert_page(page, found, expected, limit, asked):
    shown = expected[:limit]
    assert sorted(found, key=lambda entry: entry[0].encode()) == shown, asked
    assert page["IsTruncated"] is (limit > 0 and len(expected) > limit), asked


def check_keys(bucket, version):
    """A page of v1 or v2 at any commit; of v2 also the page behind its token."""
    prefix, delimiter, limit = bucket.any_question()
    commit = bucket.chance.choice(list(bucket.keys_at))
    marker = bucket.any_marker(prefix, delimiter)
    expected = behind(entries(dict.fromkeys(bucket.keys_at[commit], ("",)), prefix, delimiter), marker)
    asked = {"Bucket": f"{commit}.{bucket.name}", "Prefix": prefix, "Delimiter": delimiter, "MaxKeys": limit}
    if version == 1:
        page = bucket.s3.list_objects(**asked, Marker=marker)
        assert page.get("NextMarker") == (expected[limit - 1][0] if page["IsTruncated"] else None), asked
    else:
        page = bucket.s3.list_objects_v2(**asked, StartAfter=marker)
        assert page["KeyCount"] == len(expected[:limit]), asked
    assert_page(page, paged(page, "Contents", lambda _: ""), expected, limit, (asked, marker))
    if version == 2 and page["IsTruncated"]:
        rest = bucket.s3.list_objects_v2(**asked, ContinuationToken=page["NextContinuationToken"])
        assert_page(rest, paged(rest, "Contents", lambda _: ""), expected[limit:], limit, (asked, marker, "second page"))


def check_versions(bucket):
    prefix, delimiter, limit = bucket.any_question()
    marker = bucket.any_marker(prefix, delimiter)
    changes = bucket.changes.get(marker, [])
    inner = bucket.chance.choice([commit for commit, _ in changes] + [""]) if changes else ""
    below = {key: [commit for commit, _ in each] for key, each in bucket.changes.items()}
    expected = behind(entries(below, prefix, delimiter), marker, inner)
    asked = {"Bucket": bucket.name, "Prefix": prefix, "Delimiter": delimiter, "MaxKeys": limit, "KeyMarker": marker}
    page = bucket.s3.list_object_versions(**asked, **({"VersionIdMarker": inner} if inner else {}))
    found = paged(page, "Versions", lambda each: each["VersionId"])
    found += [(each["Key"], each["VersionId"]) for each in page.get("DeleteMarkers", [])]
    place = {commit: number for each in bucket.changes.values() for number, (commit, _) in enumerate(each)}
    found.sort(key=lambda entry: (entry[0].encode(), place.get(entry[1], 0)))
    assert_page(page, found, expected, limit, (asked, inner))
    deleted = {(key, commit) for key, each in bucket.changes.items() for commit, gone in each if gone}
    assert {(each["Key"], each["VersionId"]) for each in page.get("DeleteMarkers", [])} == deleted & set(found), asked
    for each in page.get("Versions", []) + page.get("DeleteMarkers", []):
        assert each["IsLatest"] is (place[each["VersionId"]] == 0), asked


def check_uploads(bucket):
    prefix, delimiter, limit = bucket.any_question()
    prefix, delimiter = readable(prefix), readable(delimiter)
    marker = readable(bucket.any_marker(prefix, delimiter))
    inner = bucket.chance.choice([*bucket.uploads.get(marker, []), ""])
    expected = behind(entries(bucket.uploads, prefix, delimiter), marker, inner)
    asked = {"Bucket": bucket.name, "Prefix": prefix, "Delimiter": delimiter, "MaxUploads": limit, "KeyMarker": marker}
    page = bucket.s3.list_multipart_uploads(**asked, **({"UploadIdMarker": inner} if inner else {}))
    assert_page(page, paged(page, "Uploads", lambda each: each["UploadId"]), expected, limit, (asked, inner))


CHECKS = {
    "v1": lambda bucket: check_keys(bucket, 1),
    "v2": lambda bucket: check_keys(bucket, 2),
    "versions": check_versions,
    "uploads": check_uploads,
}


@pytest.mark.timeout(3600)
def test_no_page_differs_from_the_model(s3):
    chance, asked, bucket = random.Random(20060301), 0, None
    while asked < QUERIES:
        if asked % (OF_A_BUCKET * len(CHECKS)) == 0:
            bucket = Bucket(s3, chance)
        for check in CHECKS.values():
            check(bucket)
            asked += 1
    figures.record(f"paging: {asked} pages, of v1, v2, versions and uploads, were as the model has them")
