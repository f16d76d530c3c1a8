package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.cors.CorsRules;

/** Keeps the CORS rules of buckets that are there. */
public final class BucketCorsService implements BucketCorsUseCase {
    private final ConfiguredBuckets buckets;
    private final BucketConfigurationStore configurations;

    public BucketCorsService(BranchCatalog branches, CommitReader reader, BucketConfigurationStore configurations) {
        this.buckets = new ConfiguredBuckets(branches, reader);
        this.configurations = configurations;
    }

    @Override
    public CorsRules corsRules(Caller caller, BucketName bucket) {
        return configurations.corsRules(buckets.toShow(caller, bucket));
    }

    @Override
    public void setCorsRules(Caller caller, BucketName bucket, CorsRules rules) {
        configurations.setCorsRules(buckets.toChange(caller, bucket), rules);
    }

    @Override
    public CorsRules rulesForPages(BucketName bucket) {
        return configurations.corsRules(bucket.branch());
    }
}
