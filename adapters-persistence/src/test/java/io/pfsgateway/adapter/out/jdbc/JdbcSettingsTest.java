package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbcSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/base?user=me&password=secret",
                "jdbc:postgresql://me:secret@host/base",
                "jdbc:h2:file:/folder/base;PASSWORD=secret"
            })
    void showsNoSecret(String url) {
        JdbcSettings settings = JdbcSettings.of(url, Optional.of("me"), Optional.of("secret"));

        assertThat(settings.toString()).contains("base", "me").doesNotContain("secret");
        assertThat(settings.name()).endsWith("/base");
    }

    @Test
    void refusesAFolderThatAUrlCannotName() {
        assertThatExceptionOfType(JdbcRefused.class)
                .isThrownBy(() -> JdbcSettings.h2In(Path.of("a;b")))
                .withMessageContaining("a;b");
    }

    @Test
    void refusesTooFewConnectionsAndTooLittlePatience() {
        String url = "jdbc:postgresql://host/base";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcSettings(url, Optional.empty(), Optional.empty(), 3, Duration.ofSeconds(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcSettings(url, Optional.empty(), Optional.empty(), 4, Duration.ofMillis(499)));
    }
}
