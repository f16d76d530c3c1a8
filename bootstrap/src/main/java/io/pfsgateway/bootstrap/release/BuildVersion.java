package io.pfsgateway.bootstrap.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that the build wrote into its resources. */
public final class BuildVersion {
    private BuildVersion() {}

    public static String read() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                BuildVersion.class.getResourceAsStream("/io/pfsgateway/bootstrap/version.properties"),
                "version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The build's version cannot be read", e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "version");
    }
}
