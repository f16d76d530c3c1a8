package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * An announced file of which the store does not know whether it was committed.
 *
 * @param behind the newest commit that the branch had when it was announced, behind which its own would be; empty where there was
 *     none, or the writer did not tell
 */
public record Announcement(AnnouncementId id, AnnouncedFile file, Optional<CommitId> behind, Instant announcedAt) {
    /** The same without the table of parts, as a page has it. */
    public Announcement withoutParts() {
        return new Announcement(id, file.withoutParts(), behind, announcedAt);
    }
}
