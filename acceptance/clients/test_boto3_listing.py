"""Listings through boto3: paging, delimiters, order, tokens."""

import concurrent.futures
import random
import threading

import pytest

import access
from refusals import refused

COUNT = 1_050


@pytest.fixture(scope="module")
def many(gateway):
    """A bucket of more keys than a page holds; nobody writes to it after."""
    s3 = access.client(gateway.url)
    bucket = f"master.{access.new_repo('many')}"
    s3.create_bucket(Bucket=bucket)
    keys = [f"d{number % 7}/k{number:05d}" for number in range(COUNT)]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda key: s3.put_object(Bucket=bucket, Key=key, Body=key.encode()), keys))
    return bucket, sorted(keys)


def listed(pages):
    return [each["Key"] for page in pages for each in page.get("Contents", [])]


@pytest.mark.parametrize("page_size", [1000, 97])
@pytest.mark.parametrize("version", ["list_objects", "list_objects_v2"])
def test_paging_meets_every_key_once_in_order(s3, many, version, page_size):
    bucket, keys = many
    pages = list(s3.get_paginator(version).paginate(Bucket=bucket, PaginationConfig={"PageSize": page_size}))
    assert listed(pages) == keys
    assert len(pages) == -(-COUNT // page_size)


@pytest.mark.parametrize("version", ["list_objects", "list_objects_v2"])
def test_page_holds_a_thousand_by_default(s3, many, version):
    bucket, keys = many
    page = getattr(s3, version)(Bucket=bucket)
    assert listed([page]) == keys[:1000]
    assert page["IsTruncated"] is True


@pytest.mark.parametrize("version", ["list_objects", "list_objects_v2"])
def test_delimiter_rolls_directories_up(s3, many, version):
    bucket, keys = many
    pages = list(s3.get_paginator(version).paginate(Bucket=bucket, Delimiter="/", PaginationConfig={"PageSize": 3}))
    assert [each["Prefix"] for page in pages for each in page.get("CommonPrefixes", [])] == [f"d{n}/" for n in range(7)]
    assert listed(pages) == []
    under = list(s3.get_paginator(version).paginate(Bucket=bucket, Delimiter="/", Prefix="d3/"))
    assert listed(under) == [key for key in keys if key.startswith("d3/")]


def test_any_delimiter_will_do(s3, many):
    bucket, _ = many
    page = s3.list_objects_v2(Bucket=bucket, Delimiter="k0", MaxKeys=1000)
    assert [each["Prefix"] for each in page["CommonPrefixes"]] == [f"d{n}/k0" for n in range(7)]


def test_start_after_is_exclusive_and_needs_no_key(s3, many):
    bucket, keys = many
    assert listed([s3.list_objects_v2(Bucket=bucket, StartAfter=keys[9], MaxKeys=2)]) == keys[10:12]
    assert listed([s3.list_objects_v2(Bucket=bucket, StartAfter=keys[9] + "!", MaxKeys=2)]) == keys[10:12]
    assert listed([s3.list_objects(Bucket=bucket, Marker=keys[9], MaxKeys=2)]) == keys[10:12]


def test_no_keys_asked_is_no_keys_and_no_more(s3, many):
    bucket, _ = many
    page = s3.list_objects_v2(Bucket=bucket, MaxKeys=0)
    assert (page["KeyCount"], page["IsTruncated"]) == (0, False)


def test_owner_is_fetched_when_asked(s3, many):
    bucket, _ = many
    assert "Owner" not in s3.list_objects_v2(Bucket=bucket, MaxKeys=1)["Contents"][0]
    assert s3.list_objects_v2(Bucket=bucket, MaxKeys=1, FetchOwner=True)["Contents"][0]["Owner"]["ID"]
    assert s3.list_objects(Bucket=bucket, MaxKeys=1)["Contents"][0]["Owner"]["ID"]


def test_listing_tells_what_head_tells(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"12345")
    entry = s3.list_objects_v2(Bucket=bucket)["Contents"][0]
    head = s3.head_object(Bucket=bucket, Key="a")
    assert (entry["Size"], entry["ETag"], entry["StorageClass"]) == (5, head["ETag"], "STANDARD")
    assert entry["LastModified"].replace(microsecond=0) == head["LastModified"]


def test_order_is_that_of_the_bytes(s3, bucket):
    # UTF-16 order would put the astral character before the private-use one.
    names = ["Z", "a", "a-b", "a/b", "a0", "é", "\ue000", "🙂"]
    for name in names:
        s3.put_object(Bucket=bucket, Key=name, Body=b"")
    expected = sorted(names, key=lambda name: name.encode())
    assert listed(s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": 3})) == expected


def test_token_pins_the_commit_of_the_first_page(s3, bucket):
    for number in range(4):
        s3.put_object(Bucket=bucket, Key=f"k{number}", Body=b"")
    first = s3.list_objects_v2(Bucket=bucket, MaxKeys=2)
    s3.put_object(Bucket=bucket, Key="k21", Body=b"new")
    s3.delete_object(Bucket=bucket, Key="k3")
    rest = s3.list_objects_v2(Bucket=bucket, ContinuationToken=first["NextContinuationToken"])
    assert listed([first, rest]) == ["k0", "k1", "k2", "k3"]
    assert listed([s3.list_objects_v2(Bucket=bucket)]) == ["k0", "k1", "k2", "k21"]


def edited(token):
    """The token with one character in its middle changed for another of the same alphabet."""
    middle = len(token) // 2
    return token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]


@pytest.mark.parametrize("alter", [edited, lambda token: token[:-4], lambda token: "nonsense"])
def test_token_that_was_altered_is_refused(s3, many, alter):
    bucket, _ = many
    token = s3.list_objects_v2(Bucket=bucket, MaxKeys=2)["NextContinuationToken"]
    with refused(400, "InvalidArgument"):
        s3.list_objects_v2(Bucket=bucket, ContinuationToken=alter(token))


def test_token_of_another_bucket_is_refused(s3, many, bucket):
    token = s3.list_objects_v2(Bucket=many[0], MaxKeys=2)["NextContinuationToken"]
    with refused(400, "InvalidArgument"):
        s3.list_objects_v2(Bucket=bucket, ContinuationToken=token)


def test_prefix_is_literal(s3, bucket):
    for name in ("a*b", "axb", "a[b]", "a/../b"):
        s3.put_object(Bucket=bucket, Key=name, Body=b"")
    assert listed([s3.list_objects_v2(Bucket=bucket, Prefix="a*")]) == ["a*b"]
    assert listed([s3.list_objects_v2(Bucket=bucket, Prefix="a/../")]) == ["a/../b"]


@pytest.mark.parametrize("max_keys", [-1])
def test_page_size_below_nothing_is_refused(s3, bucket, max_keys):
    with refused(400, "InvalidArgument"):
        s3.list_objects_v2(Bucket=bucket, MaxKeys=max_keys)


def test_walk_that_writes_overlap_shows_the_commit_where_it_began(gateway, s3, bucket):
    """One writer keeps account of what each of its commits left; every page waits until that writer has gone on."""
    for number in range(40):
        s3.put_object(Bucket=bucket, Key=f"k{number:02d}", Body=b"")
    states = [frozenset(f"k{number:02d}" for number in range(40))]
    moved, done = threading.Condition(), threading.Event()

    def write():
        client, chance = access.client(gateway.url), random.Random(5)
        while not done.is_set():
            key = f"k{chance.randrange(80):02d}"
            if key in states[-1]:
                client.delete_object(Bucket=bucket, Key=key)
            else:
                client.put_object(Bucket=bucket, Key=key, Body=b"")
            with moved:
                states.append(states[-1] ^ {key})
                moved.notify_all()

    def await_three_more():
        with moved:
            goal = len(states) + 3
            assert moved.wait_for(lambda: len(states) >= goal, timeout=60)

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        try:
            for page_size in (1, 3, 7, 20):
                before = len(states) - 1
                pages = []
                for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": page_size}):
                    if not pages:
                        # The writer may not yet have noted the newest commit that the page could see.
                        await_three_more()
                        after = len(states)
                    pages.append(page)
                    await_three_more()
                assert len(states) > after
                assert frozenset(listed(pages)) in states[before:after], page_size
                assert listed(pages) == sorted(listed(pages))
        finally:
            done.set()
        writing.result()
