package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.exchange.UriText;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;

/** The object that {@code x-amz-copy-source} names: {@code [/]bucket/key[?versionId=id]}, percent-encoded. */
public record CopySource(BucketName bucket, ObjectKey key, Optional<CommitRef> version) {
    private static final String HEADER = "x-amz-copy-source";
    private static final String VERSION = "?versionId=";

    /** The source of a copy. */
    public static CopySource of(S3Request request) {
        String value = request.header(HEADER).orElse("");
        int query = value.lastIndexOf(VERSION);
        String path = query < 0 ? value : value.substring(0, query);
        Optional<String> version =
                query < 0 ? Optional.empty() : Optional.of(UriText.ofPath(value.substring(query + VERSION.length())));
        // Decoded before it is split, since some clients encode the slash between bucket and key too.
        return of(value, UriText.ofPath(path), version);
    }

    private static CopySource of(String value, String path, Optional<String> version) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        int slash = relative.indexOf('/');
        if (slash < 1 || slash == relative.length() - 1) {
            throw invalid(value);
        }
        ObjectKey key = new ObjectKey(relative.substring(slash + 1));
        return new CopySource(
                BucketName.parse(relative.substring(0, slash)), key, VersionIds.toRead(version, key.value()));
    }

    private static S3Refusal invalid(String value) {
        return S3Error.invalidArgument(
                        HEADER, value, "Copy Source must mention the source bucket and key: sourcebucket/sourcekey")
                .refusal();
    }
}
