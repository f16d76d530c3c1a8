package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.tag.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is set on buckets, in memory. Everything is gone with the object. */
public final class InMemoryBucketConfigurations implements BucketConfigurationStore {
    private final Map<BranchId, Tags> tags = new ConcurrentHashMap<>();
    private final Map<BranchId, CorsRules> rules = new ConcurrentHashMap<>();

    @Override
    public Tags tags(BranchId branch) {
        return tags.getOrDefault(branch, Tags.NONE);
    }

    @Override
    public void setTags(BranchId branch, Tags others) {
        tags.put(branch, others);
    }

    @Override
    public CorsRules corsRules(BranchId branch) {
        return rules.getOrDefault(branch, CorsRules.NONE);
    }

    @Override
    public void setCorsRules(BranchId branch, CorsRules others) {
        rules.put(branch, others);
    }

    @Override
    public void clear(BranchId branch) {
        tags.remove(branch);
        rules.remove(branch);
    }
}
