package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.resource.LoadableResource;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void everyFileOfTheFolderIsNamed() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Migrations.class.getResource(Migrations.FOLDER))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.NAMES);
        }
    }

    @Test
    void eachIsReadFromItsFile() throws IOException {
        for (LoadableResource migration : new Migrations().getResources("V", new String[] {".sql"})) {
            try (Reader text = migration.read()) {
                assertThat(text.read()).isNotNegative();
            }
        }
        assertThat(new Migrations().getResources("V", new String[] {".sql"})).hasSameSizeAs(Migrations.NAMES);
        assertThat(new Migrations().getResources("afterMigrate", new String[] {".sql"}))
                .isEmpty();
        assertThat(new Migrations().getResource("no-such.sql")).isNull();
    }
}
