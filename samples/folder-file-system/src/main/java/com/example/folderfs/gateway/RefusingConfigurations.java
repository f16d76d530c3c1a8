package com.example.folderfs.gateway;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.tag.Tags;

/** What is set on buckets where nothing can be set: no tags and no rules, and a refusal for whoever would change that. */
final class RefusingConfigurations implements BucketConfigurationStore {
    @Override
    public Tags tags(BranchId branch) {
        return Tags.NONE;
    }

    @Override
    public void setTags(BranchId branch, Tags tags) {
        throw BucketFailure.readOnlyFileSystem(branch.bucketName());
    }

    @Override
    public CorsRules corsRules(BranchId branch) {
        return CorsRules.NONE;
    }

    @Override
    public void setCorsRules(BranchId branch, CorsRules rules) {
        throw BucketFailure.readOnlyFileSystem(branch.bucketName());
    }

    @Override
    public void clear(BranchId branch) {
        // Nothing is set.
    }
}
