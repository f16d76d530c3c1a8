package io.pfsgateway.pfs;

import static io.pfsgateway.pfs.Engine.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.pfs.model.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"thesis.odt", "store", "blobs", "reserve"})
    void aFolderOfOtherFilesIsRefusedAndLeftAsItIs(String name) throws Exception {
        Files.writeString(folder.resolve(".hidden"), "1");
        Files.writeString(folder.resolve(name), "2");

        assertThatThrownBy(() -> EmbeddedPfs.open(folder, Engine.settings()))
                .satisfies(FileCommitTest.isKind(FailureKind.FOREIGN_FOLDER))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(name);
        assertThat(names()).containsExactly(".hidden", name);
        assertThat(EmbeddedPfs.isIn(folder)).isFalse();
    }

    @Test
    void whatSystemsPutIntoAnEmptyFolderDoesNoHarm() throws Exception {
        Files.createDirectory(folder.resolve("lost+found"));
        Files.writeString(folder.resolve(".DS_Store"), "hidden");

        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("a", "1");
            assertThat(engine.text("a")).contains("1");
        }
        assertThat(EmbeddedPfs.isIn(folder)).isTrue();
    }

    @Test
    void whatAFirstOpeningLeftThatWasCutOffIsNotForeign() throws Exception {
        Files.writeString(folder.resolve("lock"), "");
        Files.writeString(folder.resolve("format.new"), "");

        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            assertThat(engine.pfs.branches().find(MASTER)).isPresent();
        }
    }

    @Test
    void aFolderOfOursMayHoldOtherFilesToo() throws Exception {
        try (Engine engine = Engine.withMaster(folder, Engine.settings())) {
            engine.put("a", "1");
        }
        Files.writeString(folder.resolve("notes.txt"), "of the operator");

        try (Engine engine = Engine.open(folder)) {
            assertThat(engine.text("a")).contains("1");
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
