"""Certificates for 127.0.0.1, as openssl makes them."""

import shutil
import subprocess

import pytest

needed = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to make a certificate with")


def make(folder, kind="rsa:2048"):
    """Writes a new certificate for 127.0.0.1 and its key."""
    folder.mkdir(exist_ok=True)
    command = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-newkey", kind, "-subj", "/CN=127.0.0.1"]
    if kind == "ec":
        command += ["-pkeyopt", "ec_paramgen_curve:prime256v1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return folder
