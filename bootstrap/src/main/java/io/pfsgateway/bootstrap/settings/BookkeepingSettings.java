package io.pfsgateway.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the bookkeeping of uploads is kept, and for how long.
 *
 * @param database a database of one's own; without it the bookkeeping is a file below the data
 * @param uploadExpiry how long an upload may stay open
 */
public record BookkeepingSettings(Optional<Database> database, Duration uploadExpiry) {
    /** A database as JDBC names it. The password is read from its file when the database is opened. */
    public record Database(String url, Optional<String> user, Optional<Path> passwordFile) {}
}
