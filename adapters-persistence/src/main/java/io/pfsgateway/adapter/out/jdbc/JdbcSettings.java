package io.pfsgateway.adapter.out.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which database, and how many connections to it.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param connections the most at once
 * @param patience how long a call waits for a connection before the database counts as out of reach
 */
public record JdbcSettings(
        String url, Optional<String> user, Optional<String> password, int connections, Duration patience) {
    /** Enough for many requests at once, since each holds one for milliseconds. */
    public static final int DEFAULT_CONNECTIONS = 8;

    /** Longer than a database under load keeps anyone waiting, shorter than clients do. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(3);

    /** Bringing the schema up to date holds several at once. */
    private static final int FEWEST_CONNECTIONS = 4;

    private static final Duration LEAST_PATIENCE = Duration.ofMillis(500);

    public JdbcSettings {
        if (connections < FEWEST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "There are at least " + FEWEST_CONNECTIONS + " connections, not " + connections);
        }
        if (patience.compareTo(LEAST_PATIENCE) < 0) {
            throw new IllegalArgumentException("A call waits for at least " + LEAST_PATIENCE + ", not " + patience);
        }
    }

    /** A database by its URL. */
    public static JdbcSettings of(String url, Optional<String> user, Optional<String> password) {
        return new JdbcSettings(url, user, password, DEFAULT_CONNECTIONS, DEFAULT_PATIENCE);
    }

    /** The file {@code bookkeeping.mv.db} in a folder, which only one process at a time may have open. */
    public static JdbcSettings h2In(Path folder) {
        String path = folder.toAbsolutePath().normalize().toString();
        if (path.indexOf(';') >= 0) {
            throw new JdbcRefused(
                    "The folder " + path
                            + " cannot hold a database: H2 takes what follows a semicolon for a parameter.",
                    null);
        }
        // Any other of H2's kinds of file is closed for all when a thread is interrupted that works on it.
        return of("jdbc:h2:async:" + path + "/bookkeeping", Optional.of("gateway"), Optional.of(""));
    }

    /** The URL as it may be shown: without its parameters, of which one may be a password. */
    String name() {
        return url.replaceFirst("[;?].*", "").replaceFirst("//[^/]*@", "//");
    }

    @Override
    public String toString() {
        return "JdbcSettings[" + name() + ", user=" + user.orElse("") + ", connections=" + connections + ", patience="
                + patience + "]";
    }
}
