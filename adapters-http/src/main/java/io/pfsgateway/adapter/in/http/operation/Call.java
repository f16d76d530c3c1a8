package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.access.Authenticated;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.header.VersionIds;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;

/** A request and whoever makes it. */
public record Call(S3Request request, Authenticated authenticated) {
    /** Whoever makes it. */
    public Caller caller() {
        return authenticated.caller();
    }

    QueryParameters query() {
        return request.query();
    }

    /** The bucket's name as it came, for what echoes it. */
    String bucketText() {
        return request.target().bucket().orElse("");
    }

    BucketName bucket() {
        return BucketName.parse(bucketText());
    }

    ObjectKey key() {
        return new ObjectKey(request.target().key().orElse(""));
    }

    UploadAddress upload() {
        return new UploadAddress(
                caller(), bucket(), key(), query().first("uploadId").orElse(""));
    }

    Optional<CommitRef> versionToRead() {
        return VersionIds.toRead(
                query().first("versionId"), request.target().key().orElse(""));
    }

    boolean isHead() {
        return request.method().equals("HEAD");
    }
}
