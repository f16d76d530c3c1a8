package io.pfsgateway.application.port.out;

import java.time.Instant;

/** An announced file of which the store does not know whether it was committed. */
public record Announcement(AnnouncementId id, AnnouncedFile file, Instant announcedAt) {}
