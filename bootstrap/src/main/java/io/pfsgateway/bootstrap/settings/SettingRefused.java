package io.pfsgateway.bootstrap.settings;

/** The operator asked for something that cannot be. The message is one line: what, where it was said, and the rule. */
public final class SettingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingRefused(String message) {
        super(message);
    }

    /** A name that no setting has, with the one that may have been meant. */
    public static SettingRefused unknown(String what, String name, Iterable<String> known) {
        String meant = NearMatch.of(name, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        return new SettingRefused("Unknown " + what + ": " + name + "." + meant);
    }
}
