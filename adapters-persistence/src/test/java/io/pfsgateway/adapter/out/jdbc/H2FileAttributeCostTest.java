package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;

final class H2FileAttributeCostTest extends FileAttributeCost {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    protected TestDatabase database() {
        return DATABASE;
    }

    @Override
    protected void assertReadsByTheIndexes(String plan) {
        assertThat(plan)
                .containsPattern("CONFIRMED_FILES_BY_COMMIT: [^/]*\\*/\\s*/\\* scanCount: 1 \\*/")
                .containsPattern("CONFIRMED_FILES_BY_TIME: [^/]*\\*/\\s*/\\* scanCount: 1 \\*/")
                .contains("CONFIRMED_FILES_BY_TIME_IN_REPO: IN_REPO = ASKED.IN_REPO")
                .contains("index sorted");
    }
}
