"""What a refusal must look like through botocore: a status and S3's own code for it."""

import contextlib

import botocore.exceptions
import pytest


@contextlib.contextmanager
def refused(status, *codes):
    """Asserts that the block is refused with this status and one of these codes; yields the parsed error."""
    seen = {}
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        yield seen
    response = caught.value.response
    seen.update(response["Error"])
    assert response["ResponseMetadata"]["HTTPStatusCode"] == status, response
    if codes:
        assert response["Error"]["Code"] in codes, response
