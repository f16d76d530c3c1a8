"""Table clients: deltalake and polars on Rust's object_store, DuckDB with its httpfs, pandas with s3fs."""

import concurrent.futures
import json
import pathlib
import subprocess
import threading

import deltalake
import duckdb
import duckdb_extension_httpfs
import polars
import pyarrow
import pytest

import access
from tables import object_store, table

ROWS = 5_000
WRITERS = 2
APPENDS = 10
# What s3fs is built on pins a botocore that is older than boto3's.
S3FS_PYTHON = pathlib.Path(__file__).parent / ".venv-s3fs" / "bin" / "python"
S3FS_SCRIPT = pathlib.Path(__file__).with_name("s3fs_script.py")


def rows_of(uri, options) -> pyarrow.Table:
    return pyarrow.table(deltalake.DeltaTable(uri, storage_options=options).to_pyarrow_table())


def test_delta_table_is_written_changed_and_read_in_its_versions(gateway, bucket):
    uri, options = f"s3://{bucket}/delta", object_store(gateway)
    deltalake.write_deltalake(uri, table(ROWS), storage_options=options, partition_by=["group"])
    deltalake.write_deltalake(uri, table(100), storage_options=options, mode="append")
    opened = deltalake.DeltaTable(uri, storage_options=options)
    opened.delete("id >= 100")
    assert opened.version() == 2
    assert sorted(rows_of(uri, options).column("id").to_pylist()) == sorted([*range(100)] * 2)
    first = deltalake.DeltaTable(uri, version=0, storage_options=options)
    assert first.to_pyarrow_table().num_rows == ROWS
    opened.optimize.compact()
    opened.create_checkpoint()
    assert rows_of(uri, options).num_rows == 200


def test_no_commit_of_racing_delta_writers_is_lost(gateway, bucket):
    uri, options = f"s3://{bucket}/raced", object_store(gateway)
    empty = pyarrow.schema([("writer", pyarrow.int64()), ("number", pyarrow.int64())]).empty_table()
    deltalake.write_deltalake(uri, empty, storage_options=options)
    barrier = threading.Barrier(WRITERS)

    def write(writer):
        barrier.wait()
        for number in range(APPENDS):
            one = pyarrow.table({"writer": [writer], "number": [number]})
            deltalake.write_deltalake(uri, one, storage_options=options, mode="append")

    with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    found = rows_of(uri, options).to_pylist()
    assert sorted((row["writer"], row["number"]) for row in found) == [
        (writer, number) for writer in range(WRITERS) for number in range(APPENDS)
    ]
    assert deltalake.DeltaTable(uri, storage_options=options).version() == WRITERS * APPENDS


def test_polars_writes_and_scans(gateway, bucket):
    options, frame = object_store(gateway), polars.from_arrow(table(ROWS))
    frame.write_parquet(f"s3://{bucket}/p/f.parquet", storage_options=options)
    scanned = polars.scan_parquet(f"s3://{bucket}/p/*.parquet", storage_options=options)
    assert scanned.filter(polars.col("group") == "g7").select("id").collect()["id"].to_list() == [*range(7, ROWS, 10)]
    scanned.sink_parquet(f"s3://{bucket}/sunk.parquet", storage_options=options)
    assert polars.read_parquet(f"s3://{bucket}/sunk.parquet", storage_options=options).equals(frame)
    with pytest.raises(FileNotFoundError):
        polars.read_parquet(f"s3://{bucket}/absent.parquet", storage_options=options)


@pytest.fixture
def duck(gateway):
    """DuckDB with the extension that speaks S3, out of its package."""
    (extension,) = pathlib.Path(duckdb_extension_httpfs.__file__).parent.rglob("httpfs.duckdb_extension")
    connection = duckdb.connect()
    connection.execute(f"LOAD '{extension}'")
    connection.execute(
        f"CREATE SECRET (TYPE s3, KEY_ID '{access.ADMIN[0]}', SECRET '{access.ADMIN[1]}', REGION 'us-east-1',"
        f" ENDPOINT '{gateway.host}:{gateway.port}', URL_STYLE 'path', USE_SSL false)"
    )
    yield connection
    connection.close()


def test_duckdb_writes_and_queries(duck, bucket):
    # 2 million rows are more than one part.
    duck.execute(f"COPY (SELECT range AS id, hash(range) AS text FROM range(2000000)) TO 's3://{bucket}/d/f.parquet'")
    assert duck.sql(f"SELECT count(*), sum(id) FROM 's3://{bucket}/d/*.parquet'").fetchone() == (2_000_000, 1999999000000)
    duck.execute(f"COPY (SELECT range AS id, range % 3 AS g FROM range(9)) TO 's3://{bucket}/h' (FORMAT csv, PARTITION_BY (g))")
    found = duck.sql(f"SELECT g, count(*) FROM read_csv('s3://{bucket}/h/*/*.csv', hive_partitioning=true) GROUP BY g ORDER BY g")
    assert found.fetchall() == [(0, 3), (1, 3), (2, 3)]


def test_pandas_writes_and_reads_through_s3fs(gateway, bucket):
    if not S3FS_PYTHON.is_file():
        pytest.skip(f"s3fs is not installed in {S3FS_PYTHON.parents[1]}: see .ci/run")
    done = subprocess.run(
        [S3FS_PYTHON, S3FS_SCRIPT, gateway.url, bucket, *access.ADMIN],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["checks"] == 7
