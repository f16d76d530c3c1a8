package io.pfsgateway.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that the build wrote into its resources. */
final class BuildVersion {
    private BuildVersion() {}

    static String read() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                BuildVersion.class.getResourceAsStream("version.properties"), "version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The build's version cannot be read", e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "version");
    }
}
