package io.pfsgateway.bootstrap.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may.
 *
 * @param keysFile the access keys; empty in open mode, where nobody is asked for one
 * @param openAnywhere whether what is served to anyone may listen on an address that other machines reach
 * @param sigv2 whether signatures by version 2 are taken
 */
public record AuthSettings(Optional<Path> keysFile, boolean openAnywhere, boolean sigv2) {
    public AuthSettings {
        if (keysFile.isEmpty() && sigv2) {
            throw new SettingRefused("--sigv2 is for --auth keys; in open mode no signature is checked.");
        }
    }

    /** Whether anyone may do anything. */
    public boolean isOpen() {
        return keysFile.isEmpty();
    }
}
