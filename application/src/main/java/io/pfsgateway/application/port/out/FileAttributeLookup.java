package io.pfsgateway.application.port.out;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link FileAttributeStore} has for a file.
 *
 * @param confirmed the newest that is known to hold at the commit that was read
 * @param announced what may have been committed and was not confirmed, oldest first; candidates and no more
 */
public record FileAttributeLookup(Optional<ConfirmedFile> confirmed, List<Announcement> announced) {
    /** Nothing is known. */
    public static final FileAttributeLookup NOTHING = new FileAttributeLookup(Optional.empty(), List.of());

    public FileAttributeLookup {
        announced = List.copyOf(announced);
    }
}
