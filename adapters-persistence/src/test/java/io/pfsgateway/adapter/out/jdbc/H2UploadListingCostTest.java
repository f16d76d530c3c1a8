package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;

final class H2UploadListingCostTest extends UploadListingCost {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    protected TestDatabase database() {
        return DATABASE;
    }

    @Override
    protected void assertReadsTheIndexInOrder(String plan) {
        assertThat(plan).contains("UPLOADS_BY_KEY").contains("index sorted").containsPattern("scanCount: 1\\d \\*/");
    }
}
