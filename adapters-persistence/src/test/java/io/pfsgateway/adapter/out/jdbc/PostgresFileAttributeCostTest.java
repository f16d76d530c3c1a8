package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresFileAttributeCostTest extends FileAttributeCost {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    protected TestDatabase database() {
        return DATABASE;
    }

    @Override
    protected void assertReadsByTheIndexes(String plan) {
        assertThat(plan)
                .contains("Index Scan using confirmed_files_by_commit")
                .containsPattern("Scan using confirmed_files_by_time on .* rows=1(\\.00)? ")
                .containsPattern("Scan using confirmed_files_by_time_in_repo on .*never executed")
                .contains("Index Scan using confirmed_files_pkey")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort")
                .doesNotContain("Rows Removed");
    }
}
