"""pyarrow on its own C++ client: streams, datasets, and the directories that it makes."""

import hashlib

import pyarrow.dataset
import pyarrow.fs
import pyarrow.parquet
import pytest

import access
from history import History
from tables import file_system, table
from uploads import MIB, body, open_ids

ROWS = 20_000


@pytest.fixture
def files(gateway):
    return file_system(gateway)


@pytest.mark.parametrize("size", [0, 5, 20 * MIB, 23 * MIB + 11])
def test_stream_is_one_commit_and_comes_back(files, s3, bucket, size):
    history = History(s3, bucket)
    with history.grows_by(1), files.open_output_stream(f"{bucket}/dir/f") as stream:
        for at in range(0, size, MIB):
            stream.write(body(1, size)[at : at + MIB])
    with files.open_input_stream(f"{bucket}/dir/f") as stream:
        assert hashlib.sha256(stream.read()).digest() == hashlib.sha256(body(1, size)).digest()
    assert files.get_file_info(f"{bucket}/dir/f").size == size
    assert open_ids(s3, bucket) == []


def test_stretches_are_read_at_random(files, bucket):
    with files.open_output_stream(f"{bucket}/f") as stream:
        stream.write(body(1, 12 * MIB))
    with files.open_input_file(f"{bucket}/f") as opened:
        for at in (0, 5 * MIB - 3, 10 * MIB - 1, 12 * MIB - 7):
            assert opened.read_at(100, at) == body(1, 12 * MIB)[at : at + 100]


def test_dataset_in_partitions_comes_back(files, s3, bucket):
    written = table(ROWS)
    pyarrow.dataset.write_dataset(
        written, f"{bucket}/set", filesystem=files, format="parquet", partitioning=["group"], partitioning_flavor="hive"
    )
    keys = [each["Key"] for each in s3.list_objects_v2(Bucket=bucket, Prefix="set/group=")["Contents"]]
    assert len([key for key in keys if key.endswith(".parquet")]) == 10
    back = pyarrow.dataset.dataset(f"{bucket}/set", filesystem=files, format="parquet", partitioning="hive").to_table()
    assert back.select(["id", "text"]).sort_by("id") == written.select(["id", "text"])
    some = pyarrow.parquet.read_table(f"{bucket}/set", filesystem=files, filters=[("group", "=", "g3")])
    assert some.column("id").to_pylist() == list(range(3, ROWS, 10))


def test_files_and_directories_are_made_moved_and_deleted(files, bucket):
    files.create_dir(f"{bucket}/a/b")
    with files.open_output_stream(f"{bucket}/a/b/f", metadata={"Content-Type": "text/x-mine"}) as stream:
        stream.write(b"one")
    files.copy_file(f"{bucket}/a/b/f", f"{bucket}/a/copy")
    files.move(f"{bucket}/a/b/f", f"{bucket}/a/moved")
    found = files.get_file_info(pyarrow.fs.FileSelector(f"{bucket}/a", recursive=True))
    assert sorted((each.path.removeprefix(f"{bucket}/a/"), each.is_file) for each in found) == [
        ("b", False),
        ("copy", True),
        ("moved", True),
    ]
    files.delete_dir(f"{bucket}/a")
    assert files.get_file_info(f"{bucket}/a/moved").type == pyarrow.fs.FileType.NotFound


def test_bucket_is_made_and_removed(gateway):
    files, name = file_system(gateway), f"master.{access.new_repo('arrow')}"
    allowed = pyarrow.fs.S3FileSystem(
        access_key=access.ADMIN[0],
        secret_key=access.ADMIN[1],
        endpoint_override=f"{gateway.host}:{gateway.port}",
        scheme="http",
        region="us-east-1",
        allow_bucket_creation=True,
        allow_bucket_deletion=True,
    )
    allowed.create_dir(name)
    assert files.get_file_info(name).type == pyarrow.fs.FileType.Directory
    allowed.delete_dir(name)
    assert files.get_file_info(name).type == pyarrow.fs.FileType.NotFound
