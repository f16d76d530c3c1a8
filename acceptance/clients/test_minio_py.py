"""minio-py: bodies in one PUT, and larger ones in parts."""

import io
import os

import minio
import minio.commonconfig
import minio.deleteobjects
import pytest
import requests

import access
from uploads import LEAST, MIB, body as bytes_of

# minio-py sends a single PUT below 5 MiB.
SIZES = [0, 1, 100_000, 4_900_000]


@pytest.fixture
def client(gateway):
    return minio.Minio(
        f"{gateway.host}:{gateway.port}", access_key=access.ADMIN[0], secret_key=access.ADMIN[1], secure=False
    )


@pytest.fixture
def made(client):
    name = f"master.{access.new_repo('minio')}"
    client.make_bucket(name)
    return name


def body(client, *arguments, **named):
    response = client.get_object(*arguments, **named)
    try:
        return response.read()
    finally:
        response.close()
        response.release_conn()


def test_bucket_is_there_until_removed(client, made):
    assert client.bucket_exists(made)
    assert made in [each.name for each in client.list_buckets()]
    client.remove_bucket(made)
    assert not client.bucket_exists(made)


@pytest.mark.parametrize("size", SIZES)
def test_object_comes_back_as_it_went(client, made, size):
    data = os.urandom(size)
    put = client.put_object(made, "dir/a ü+%", io.BytesIO(data), size, content_type="text/x-mine", metadata={"n": "1"})
    assert body(client, made, "dir/a ü+%") == data
    stat = client.stat_object(made, "dir/a ü+%")
    assert (stat.size, stat.content_type, stat.metadata["x-amz-meta-n"]) == (size, "text/x-mine", "1")
    assert (stat.etag, stat.version_id) == (put.etag, put.version_id)


def test_stretch_of_an_object_is_read(client, made):
    client.put_object(made, "a", io.BytesIO(b"0123456789"), 10)
    assert body(client, made, "a", offset=3, length=4) == b"3456"


def test_files_go_up_and_come_down(client, made, tmp_path):
    (tmp_path / "up").write_bytes(os.urandom(50_000))
    client.fput_object(made, "f", str(tmp_path / "up"))
    client.fget_object(made, "f", str(tmp_path / "down"))
    assert (tmp_path / "down").read_bytes() == (tmp_path / "up").read_bytes()


@pytest.mark.parametrize("v1", [False, True])
def test_listing_is_flat_or_by_directory(client, made, v1):
    for name in ("a", "d/b", "d/e/c"):
        client.put_object(made, name, io.BytesIO(b"x"), 1)
    flat = client.list_objects(made, recursive=True, use_api_v1=v1)
    assert [each.object_name for each in flat] == ["a", "d/b", "d/e/c"]
    top = client.list_objects(made, use_api_v1=v1)
    assert [(each.object_name, each.is_dir) for each in top] == [("a", False), ("d/", True)]


def test_old_versions_are_listed_and_read(client, made):
    ids = [client.put_object(made, "a", io.BytesIO(data), 3).version_id for data in (b"one", b"two")]
    listed = list(client.list_objects(made, include_version=True))
    assert [(each.version_id, each.is_latest) for each in listed] == [(ids[1], "true"), (ids[0], "false")]
    assert body(client, made, "a", version_id=ids[0]) == b"one"


def test_copy_is_an_object_of_its_own(client, made):
    client.put_object(made, "a", io.BytesIO(b"one"), 3)
    client.copy_object(made, "b", minio.commonconfig.CopySource(made, "a"))
    client.remove_object(made, "a")
    assert body(client, made, "b") == b"one"
    with pytest.raises(minio.error.S3Error) as refused:
        client.stat_object(made, "a")
    assert refused.value.code == "NoSuchKey"


def test_many_are_removed_at_once(client, made):
    names = [f"k{number}" for number in range(20)]
    for name in names:
        client.put_object(made, name, io.BytesIO(b"x"), 1)
    errors = list(client.remove_objects(made, [minio.deleteobjects.DeleteObject(name) for name in names]))
    assert errors == []
    assert list(client.list_objects(made)) == []


def test_presigned_links_work(client, made):
    assert requests.put(client.presigned_put_object(made, "a"), data=b"linked", timeout=30).status_code == 200
    assert requests.get(client.presigned_get_object(made, "a"), timeout=30).content == b"linked"


def test_large_files_go_up_in_parts_and_come_down(client, made, tmp_path):
    (tmp_path / "up").write_bytes(bytes_of(1, 4 * LEAST) + b"end")
    put = client.fput_object(made, "f", str(tmp_path / "up"), part_size=LEAST)
    assert put.etag.endswith("-5")
    client.fget_object(made, "f", str(tmp_path / "down"))
    assert (tmp_path / "down").read_bytes() == (tmp_path / "up").read_bytes()


def test_stream_of_unknown_length_goes_up_in_parts(client, made):
    data = bytes_of(2, 3 * LEAST + 1)
    client.put_object(made, "s", io.BytesIO(data), -1, part_size=LEAST)
    assert body(client, made, "s") == data


def test_objects_are_composed(client, made):
    parts = [bytes_of(1), bytes_of(2, 6 * MIB), b"end"]
    for number, part in enumerate(parts):
        client.put_object(made, f"part-{number}", io.BytesIO(part), len(part), part_size=8 * MIB)
    sources = [minio.commonconfig.ComposeSource(made, f"part-{number}") for number in range(3)]
    client.compose_object(made, "whole", sources)
    assert body(client, made, "whole") == b"".join(parts)
