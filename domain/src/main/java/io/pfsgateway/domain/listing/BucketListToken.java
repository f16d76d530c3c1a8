package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where a listing of buckets goes on: the branch behind which the next page starts. An altered or foreign text is refused. */
public record BucketListToken(BranchId after) {
    private static final String SCOPE = "buckets/1";
    private static final int NAME_PARTS = 3;

    /** The token as a client carries it: letters, digits, {@code -} and {@code _}. */
    public String text() {
        return SealedText.seal(SCOPE, after.canonicalName().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws RequestFailure when it is not one of a listing of buckets
     */
    public static BucketListToken parse(String text) {
        byte[] payload = SealedText.open(SCOPE, text).orElseThrow(() -> invalid(text));
        List<String> parts = List.of(new String(payload, StandardCharsets.UTF_8).split("\\.", -1));
        if (parts.size() != NAME_PARTS) {
            throw invalid(text);
        }
        try {
            return new BucketListToken(new BranchId(
                    new ProjectName(parts.get(2)), new RepoName(parts.get(1)), new BranchName(parts.get(0))));
        } catch (GatewayFailure notABranch) {
            throw invalid(text);
        }
    }

    private static RequestFailure invalid(String text) {
        return RequestFailure.invalidArgument(
                "continuation-token", text, "The continuation token provided is incorrect.");
    }
}
