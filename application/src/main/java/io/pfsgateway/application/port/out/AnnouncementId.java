package io.pfsgateway.application.port.out;

import java.util.UUID;

/** The name of an announcement in a {@link FileAttributeStore}. */
public record AnnouncementId(UUID value) {
    /** A name that nothing has yet. */
    public static AnnouncementId next() {
        return new AnnouncementId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
