"""The access keys of the suites, the file that grants them, and the clients that hold them."""

import json
import os
import uuid

import boto3
import botocore.config

ADMIN = ("AKIDADMIN00000000001", "admin-secret")
READER = ("AKIDREADER0000000001", "reader-secret")
STRANGER = ("AKIDSTRANGER00000001", "stranger-secret")

# What the reader and the stranger may: the reader reads every repo named read-*, the stranger only has a repo of its own.
_KEYS = [
    {"access-key": ADMIN[0], "secret-key": ADMIN[1], "buckets": {"*": "admin"}},
    {"access-key": READER[0], "secret-key": READER[1], "buckets": {"master.read-*": "read"}},
    {"access-key": STRANGER[0], "secret-key": STRANGER[1], "buckets": {"master.stranger": "admin"}},
]


def write_keys(path):
    """Writes a keys file that only its owner may read, as the gateway demands."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        # JSON is YAML.
        json.dump({"keys": _KEYS}, file)
    return path


def client(url, key=ADMIN, attempts=1, region="us-east-1", **config):
    """A boto3 client for a gateway: path style, and no retries unless asked, so that every answer is seen."""
    settings = botocore.config.Config(
        s3={"addressing_style": "path"},
        retries={"total_max_attempts": attempts, "mode": "standard"},
        connect_timeout=10,
        read_timeout=120,
        **{"max_pool_connections": 32, **config},
    )
    return boto3.client(
        "s3",
        endpoint_url=url,
        region_name=region,
        aws_access_key_id=key[0],
        aws_secret_access_key=key[1],
        config=settings,
    )


def new_repo(prefix="repo") -> str:
    """A repo name that no other test uses."""
    return f"{prefix}-{uuid.uuid4().hex[:12]}"
