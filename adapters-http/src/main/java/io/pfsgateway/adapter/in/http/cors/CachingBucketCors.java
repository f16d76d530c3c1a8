package io.pfsgateway.adapter.in.http.cors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.cors.CorsRules;
import java.time.Duration;

/**
 * Remembers for {@link #MEMORY} which rules hold for pages, or that there are none, so that not every request of a page asks the
 * bookkeeping. What is set through this gateway holds at once; what is set through another, and the end of a bucket, a moment later.
 */
public final class CachingBucketCors implements BucketCorsUseCase {
    /** How long what was read is taken to hold. */
    static final Duration MEMORY = Duration.ofSeconds(2);

    /** The memory is of buckets that strangers name, so it has to be bounded; rules of one are some tens of kilobytes at most. */
    private static final long MAX_BUCKETS = 1_000;

    private final BucketCorsUseCase bucketCors;
    private final Cache<BranchId, CorsRules> rules;

    /** Remembers what another tells. */
    public CachingBucketCors(BucketCorsUseCase bucketCors) {
        this(bucketCors, Ticker.systemTicker());
    }

    CachingBucketCors(BucketCorsUseCase bucketCors, Ticker ticker) {
        this.bucketCors = bucketCors;
        this.rules = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .build();
    }

    @Override
    public CorsRules corsRules(Caller caller, BucketName bucket) {
        return bucketCors.corsRules(caller, bucket);
    }

    @Override
    public void setCorsRules(Caller caller, BucketName bucket, CorsRules others) {
        try {
            bucketCors.setCorsRules(caller, bucket, others);
        } finally {
            // Even after a failure, which may have come behind the change. A read under way is waited for, and
            // forgotten.
            rules.invalidate(bucket.branch());
        }
    }

    @Override
    public CorsRules rulesForPages(BucketName bucket) {
        return rules.get(bucket.branch(), branch -> bucketCors.rulesForPages(BucketName.of(branch)));
    }
}
