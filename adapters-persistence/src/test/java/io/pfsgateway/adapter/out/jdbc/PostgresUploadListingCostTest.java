package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresUploadListingCostTest extends UploadListingCost {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    protected TestDatabase database() {
        return DATABASE;
    }

    @Override
    protected void assertReadsTheIndexInOrder(String plan) {
        assertThat(plan)
                .containsPattern("Index Scan using uploads_by_key .*rows=10(\\.00)? ")
                .doesNotContain("Sort")
                .doesNotContain("Rows Removed");
    }
}
