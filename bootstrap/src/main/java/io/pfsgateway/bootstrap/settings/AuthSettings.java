package io.pfsgateway.bootstrap.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may.
 *
 * @param keysFile the access keys, in mode {@code KEYS} and in no other
 * @param openAnywhere whether what is served to anyone may listen on an address that other machines reach
 * @param sigv2 whether signatures by version 2 are taken
 * @param tokens what holds for users' tokens, in mode {@code PACHYDERM}
 */
public record AuthSettings(
        AuthMode mode, Optional<Path> keysFile, boolean openAnywhere, boolean sigv2, TokenSettings tokens) {
    public AuthSettings {
        if (keysFile.isPresent() != (mode == AuthMode.KEYS)) {
            throw new IllegalArgumentException("A keys file belongs to the mode of keys, and the mode to it");
        }
        if (mode == AuthMode.OPEN && sigv2) {
            throw new SettingRefused("--sigv2 is for --auth keys or pachyderm; in open mode no signature is checked.");
        }
        if (mode != AuthMode.PACHYDERM) {
            tokens.refuseElsewhere();
        }
    }

    /** Without tokens: by keys where there is a file of them, else open. */
    public AuthSettings(Optional<Path> keysFile, boolean openAnywhere, boolean sigv2) {
        this(
                keysFile.isPresent() ? AuthMode.KEYS : AuthMode.OPEN,
                keysFile,
                openAnywhere,
                sigv2,
                new TokenSettings(false, false));
    }

    /** Whether anyone may do anything. */
    public boolean isOpen() {
        return mode == AuthMode.OPEN;
    }
}
