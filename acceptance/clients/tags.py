"""Tags as boto3 gives and takes them."""


def tag_set(**tags):
    return {"TagSet": [{"Key": name, "Value": value} for name, value in sorted(tags.items())]}


def tags_of(s3, bucket, **which):
    return s3.get_object_tagging(Bucket=bucket, Key="a", **which)["TagSet"]
