package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdbcFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "08006, FILE_SYSTEM_UNAVAILABLE",
        "57P01, FILE_SYSTEM_UNAVAILABLE",
        "57P03, FILE_SYSTEM_UNAVAILABLE",
        "57014, FILE_SYSTEM_UNAVAILABLE",
        "53300, FILE_SYSTEM_UNAVAILABLE",
        "58030, FILE_SYSTEM_UNAVAILABLE",
        "25006, FILE_SYSTEM_UNAVAILABLE",
        "40001, FILE_SYSTEM_UNAVAILABLE",
        "40P01, FILE_SYSTEM_UNAVAILABLE",
        "55P03, FILE_SYSTEM_UNAVAILABLE",
        "HYT00, FILE_SYSTEM_UNAVAILABLE",
        "90067, FILE_SYSTEM_UNAVAILABLE",
        "90098, FILE_SYSTEM_UNAVAILABLE",
        "90031, FILE_SYSTEM_UNAVAILABLE",
        "HY000, FILE_SYSTEM_UNAVAILABLE",
        ", FILE_SYSTEM_UNAVAILABLE",
        "53100, OUT_OF_SPACE",
        "XX001, DATA_CORRUPT",
        "90030, DATA_CORRUPT"
    })
    void aStateMeansAKindOfFailure(String state, FailureKind kind) {
        RuntimeException translated =
                JdbcFailures.translated(new ConnectionException(new SQLException("reason", state)));

        assertThat(translated)
                .isInstanceOfSatisfying(
                        FileSystemFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"42601", "42P01", "22001", "23503"})
    void aDefectOfTheGatewayIsToldAsItIs(String state) {
        ConnectionException defect = new ConnectionException(new SQLException("reason", state));

        assertThat(JdbcFailures.translated(defect)).isSameAs(defect);
    }

    @Test
    void onlyWhatWasCertainlyUndoneIsBrokenOff() {
        assertThat(JdbcFailures.isBrokenOff(new ConnectionException(new SQLException("reason", "40P01"))))
                .isTrue();
        assertThat(JdbcFailures.isBrokenOff(new ConnectionException(new SQLException("reason", "08006"))))
                .isFalse();
        assertThat(JdbcFailures.isBrokenOff(new ConnectionException(new SQLException("reason"))))
                .isFalse();
    }
}
