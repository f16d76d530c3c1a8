package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadListingContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class H2UploadListingTest extends UploadListingContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    protected UploadBookkeeping bookkeeping() {
        return DATABASE.uploads();
    }
}
