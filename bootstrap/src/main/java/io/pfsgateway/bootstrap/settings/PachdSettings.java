package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.adapter.out.pfs.grpc.PachdAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A pachd, and how it is spoken to.
 *
 * @param authorities the PEM file with the authorities whose certificates are trusted, instead of the platform's own
 * @param tokenFile a file that holds the Pachyderm token with which the gateway speaks to it
 * @param escapesKeys whether keys that it cannot hold are escaped, instead of being refused
 */
public record PachdSettings(
        PachdAddress address, Optional<Path> authorities, Optional<Path> tokenFile, boolean escapesKeys) {
    public PachdSettings {
        if (authorities.isPresent() && !address.tls()) {
            throw new SettingRefused("--pachd-ca-file is for TLS, and " + address + " has none: say grpcs://.");
        }
    }
}
