"""Trees of files to be moved about: made from a seed, with the names that break clients, compared byte for byte."""

import hashlib
import os
import random
import time

# Names that URLs, shells, XML and S3 each give a meaning to.
_AWKWARD = [
    "with space.txt", "plus+plus.bin", "percent%41.txt", "hash#tag.txt", "[brackets].csv", "(parens) & amp.txt",
    "quote'single.txt", "ünïcödé.txt", "日本語.dat", "emoji 🙂.txt", "semi;colon,comma=eq.txt", "tilde~.txt",
    "dir with space/inner file.txt", "dir+plus/%20literal.txt", "äöü/ß/naïve.txt", "deep/er/and/deeper/leaf.txt", "...dots", "-dash",
]  # fmt: skip
_SIZES = [0, 1, 100, 4_096, 70_000]
_LARGE = 5_000_000


def make(root, count, seed=1):
    """Makes `count` files under a folder, dated an hour ago so that a sync sees them as older than their upload."""
    chance = random.Random(seed)
    names = _AWKWARD + [f"part-{number % 23:02d}/file {number:05d}.bin" for number in range(count - len(_AWKWARD))]
    hour_ago = time.time() - 3600
    for number, name in enumerate(names):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(chance.randbytes(_LARGE if number == 0 else chance.choice(_SIZES)))
        os.utime(path, (hour_ago, hour_ago))
    return root


def digests(root) -> dict:
    """The hash of every file below a folder, by its path from there."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
