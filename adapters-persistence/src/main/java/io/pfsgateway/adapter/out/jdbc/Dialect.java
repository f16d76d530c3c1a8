package io.pfsgateway.adapter.out.jdbc;

import java.util.Arrays;

/** The databases that are known, and where they differ. */
enum Dialect {
    H2("jdbc:h2:", "org.h2.Driver", "VARBINARY"),
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver", "BYTEA");

    // Forced to the file before a commit returns, and closed by the gateway alone, not by a hook that races its last
    // calls.
    private static final String H2_PARAMETERS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private final String scheme;
    private final String driver;
    private final String bytes;

    Dialect(String scheme, String driver, String bytes) {
        this.scheme = scheme;
        this.driver = driver;
        this.bytes = bytes;
    }

    static Dialect of(JdbcSettings settings) {
        return Arrays.stream(values())
                .filter(each -> settings.url().startsWith(each.scheme))
                .findFirst()
                .orElseThrow(() -> new JdbcRefused(
                        "The database " + settings.name()
                                + " is of an unknown kind: a URL starts with jdbc:h2: or jdbc:postgresql:.",
                        null));
    }

    String driver() {
        return driver;
    }

    /** The type of a column that holds bytes. */
    String bytes() {
        return bytes;
    }

    /** The URL with what the gateway's promises rest on. */
    String url(String given) {
        return switch (this) {
            case H2 -> given + H2_PARAMETERS;
            case POSTGRESQL -> given;
        };
    }
}
