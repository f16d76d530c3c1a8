package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.cors.CorsRules;

/** What web pages of other origins may do with a bucket: its branch's rules, which hold for one that names a commit too. */
public interface BucketCorsUseCase {
    /** The rules: {@code ACCESS_DENIED} without the right to read, {@code NO_SUCH_BUCKET} as for a read. */
    CorsRules corsRules(Caller caller, BucketName bucket);

    /**
     * Replaces the rules, or takes them away: {@code ACCESS_DENIED} without the right to administer, {@code READ_ONLY_BUCKET},
     * {@code NO_SUCH_BUCKET}.
     */
    void setCorsRules(Caller caller, BucketName bucket, CorsRules rules);

    /**
     * The rules for pages, asked before it is known who makes a request, since a browser asks without saying so; whoever answers with
     * them tells which of them holds, never whether the bucket is there. None where there is no such bucket.
     */
    CorsRules rulesForPages(BucketName bucket);
}
