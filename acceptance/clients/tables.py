"""What data clients are told of a gateway, and the table that they write and read back."""

import pyarrow
import pyarrow.fs

import access


def file_system(gateway) -> pyarrow.fs.S3FileSystem:
    """pyarrow's file system, which writes everything as a multipart upload."""
    return pyarrow.fs.S3FileSystem(
        access_key=access.ADMIN[0],
        secret_key=access.ADMIN[1],
        endpoint_override=f"{gateway.host}:{gateway.port}",
        scheme="http",
        region="us-east-1",
    )


def object_store(gateway) -> dict:
    """The options of deltalake and polars, both on Rust's object_store."""
    return {
        "aws_access_key_id": access.ADMIN[0],
        "aws_secret_access_key": access.ADMIN[1],
        "aws_endpoint_url": gateway.url,
        "aws_region": "us-east-1",
        "aws_allow_http": "true",
    }


def table(rows) -> pyarrow.Table:
    """Rows in ten groups."""
    return pyarrow.table(
        {
            "id": pyarrow.array(range(rows), pyarrow.int64()),
            "group": [f"g{number % 10}" for number in range(rows)],
            "text": [f"row {number} " + "x" * (number % 50) for number in range(rows)],
        }
    )
