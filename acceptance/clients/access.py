"""The access keys of the suites, the file that grants them, and the clients that hold them."""

import contextlib
import json
import os
import sys
import unittest.mock
import uuid

import boto3
import botocore.auth
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
        retries={"total_max_attempts": attempts, "mode": "standard"},
        connect_timeout=10,
        read_timeout=120,
        **{
            "max_pool_connections": 32,
            # Without it boto3 signs URLs for an endpoint of one's own with V2.
            "signature_version": "s3v4",
            "s3": {"addressing_style": "path"},
            **config,
        },
    )
    return boto3.client(
        "s3",
        endpoint_url=url,
        region_name=region,
        aws_access_key_id=key[0],
        aws_secret_access_key=key[1],
        config=settings,
    )


@contextlib.contextmanager
def clock_off_by(skew):
    """Signs, within the block, with a clock that is wrong by so much."""
    # botocore signs in Python or in native code, by what is installed.
    signing = sys.modules[botocore.auth.AUTH_TYPE_MAPS["s3v4"].__module__]
    now = signing.get_current_datetime
    with unittest.mock.patch.object(signing, "get_current_datetime", lambda *arguments, **named: now(*arguments, **named) + skew):
        yield


def new_repo(prefix="repo") -> str:
    """A repo name that no other test uses."""
    return f"{prefix}-{uuid.uuid4().hex[:12]}"
