"""What pandas and s3fs do with a bucket: run in an environment of its own, prints how many checks it made."""

import json
import random
import sys

import pandas
import s3fs

MIB = 1024 * 1024


def main(url, bucket, key, secret):
    files = s3fs.S3FileSystem(key=key, secret=secret, client_kwargs={"endpoint_url": url, "region_name": "us-east-1"})
    options = {"key": key, "secret": secret, "client_kwargs": {"endpoint_url": url, "region_name": "us-east-1"}}
    checks = []

    frame = pandas.DataFrame({"id": range(1000), "text": [f"row {number}" for number in range(1000)]})
    frame.to_csv(f"s3://{bucket}/csv/f.csv", index=False, storage_options=options)
    checks.append(pandas.read_csv(f"s3://{bucket}/csv/f.csv", storage_options=options).equals(frame))

    large = random.Random(1).randbytes(22 * MIB)
    with files.open(f"{bucket}/large", "wb", block_size=8 * MIB) as file:
        file.write(large)
    with files.open(f"{bucket}/large", "rb") as file:
        file.seek(9 * MIB)
        checks.append(file.read(100) == large[9 * MIB : 9 * MIB + 100])
    checks.append(files.cat(f"{bucket}/large") == large)

    files.copy(f"{bucket}/large", f"{bucket}/copy")
    checks.append(files.info(f"{bucket}/copy")["size"] == len(large))
    files.pipe({f"{bucket}/many/{number}": b"%d" % number for number in range(20)})
    checks.append(len(files.ls(f"{bucket}/many")) == 20)
    checks.append(files.cat(f"{bucket}/many/*")[f"{bucket}/many/7"] == b"7")
    files.rm(f"{bucket}/many", recursive=True)
    checks.append(not files.exists(f"{bucket}/many"))

    if not all(checks):
        sys.exit(f"failed: {checks}")
    print(json.dumps({"checks": len(checks)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
