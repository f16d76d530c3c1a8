package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.testkit.contract.BucketConfigurationContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class H2BucketConfigurationTest extends BucketConfigurationContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    protected BucketConfigurationStore store() {
        return DATABASE.bookkeeping().bucketConfigurations();
    }
}
