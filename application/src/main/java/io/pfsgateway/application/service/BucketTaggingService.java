package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.BucketTaggingUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.tag.Tags;

/** Keeps the tags of buckets that are there. */
public final class BucketTaggingService implements BucketTaggingUseCase {
    private final ConfiguredBuckets buckets;
    private final BucketConfigurationStore configurations;

    public BucketTaggingService(BranchCatalog branches, CommitReader reader, BucketConfigurationStore configurations) {
        this.buckets = new ConfiguredBuckets(branches, reader);
        this.configurations = configurations;
    }

    @Override
    public Tags tags(Caller caller, BucketName bucket) {
        return configurations.tags(buckets.toShow(caller, bucket));
    }

    @Override
    public void setTags(Caller caller, BucketName bucket, Tags tags) {
        configurations.setTags(buckets.toChange(caller, bucket), tags);
    }
}
