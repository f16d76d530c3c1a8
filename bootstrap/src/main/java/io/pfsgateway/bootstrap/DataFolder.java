package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.SettingRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of the embedded file system, before anything opens it. */
record DataFolder(Path path) {
    /** Whether there is nothing in it yet. */
    boolean isNew() {
        if (Files.notExists(path)) {
            return true;
        }
        if (!Files.isDirectory(path)) {
            throw new SettingRefused("The data folder " + path + " is there and is no folder.");
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The data folder " + path + " cannot be read", unreadable);
        }
    }

    /** How long its files are together. */
    long sizeBytes() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The data folder " + path + " cannot be read", unreadable);
        }
    }
}
