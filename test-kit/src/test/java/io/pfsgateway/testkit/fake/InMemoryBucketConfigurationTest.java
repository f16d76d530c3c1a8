package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.testkit.contract.BucketConfigurationContract;

final class InMemoryBucketConfigurationTest extends BucketConfigurationContract {
    private final BucketConfigurationStore store = new InMemoryBucketConfigurations();

    @Override
    protected BucketConfigurationStore store() {
        return store;
    }
}
