package io.pfsgateway.adapter.in.http.xml;

import io.pfsgateway.domain.bucket.BranchInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A page of buckets.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets</a>
 */
public record ListBucketsXml(List<BranchInfo> buckets, String prefix, Optional<String> nextToken)
        implements XmlDocument {
    public ListBucketsXml {
        buckets = List.copyOf(buckets);
    }

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open("ListAllMyBucketsResult", NAMESPACE);
        OwnerXml.write(writer);
        writer.open("Buckets");
        for (BranchInfo bucket : buckets) {
            writer.open("Bucket")
                    .element("Name", bucket.id().bucketName())
                    .element("CreationDate", bucket.createdAt())
                    .close("Bucket");
        }
        writer.close("Buckets");
        if (!prefix.isEmpty()) {
            writer.element("Prefix", prefix);
        }
        if (nextToken.isPresent()) {
            writer.element("ContinuationToken", nextToken.get());
        }
        writer.close("ListAllMyBucketsResult");
    }
}
