package io.pfsgateway.bootstrap.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Values that name a file or folder, relative to where the process was started, wherever they are written. */
final class Paths {
    private Paths() {}

    static Path path(SettingValue value) {
        if (value.text().isBlank()) {
            throw value.refused("it must name a file or folder.");
        }
        try {
            return Path.of(value.text()).toAbsolutePath().normalize();
        } catch (InvalidPathException malformed) {
            throw value.refused("it is no path on this system.");
        }
    }
}
