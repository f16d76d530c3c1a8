package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.tag.Tags;

/**
 * What is set on buckets where the file system decides who may set it. CORS rules are told to everyone, since they are what pages
 * are told before it is known who asks; clearing follows a branch that the file system has let go.
 */
public final class GuardedBucketConfigurations implements BucketConfigurationStore {
    private final BucketConfigurationStore store;
    private final CallerRights rights;

    public GuardedBucketConfigurations(BucketConfigurationStore store, CallerRights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public Tags tags(BranchId branch) {
        rights.require(Right.READ, branch);
        return store.tags(branch);
    }

    @Override
    public void setTags(BranchId branch, Tags tags) {
        rights.require(Right.ADMIN, branch);
        store.setTags(branch, tags);
    }

    @Override
    public CorsRules corsRules(BranchId branch) {
        return store.corsRules(branch);
    }

    @Override
    public void setCorsRules(BranchId branch, CorsRules rules) {
        rights.require(Right.ADMIN, branch);
        store.setCorsRules(branch, rules);
    }

    @Override
    public void clear(BranchId branch) {
        store.clear(branch);
    }
}
