package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.failure.GatewayFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles what was announced and left behind by writers that did not hear of their commits: where the file system has the commit,
 * the object gets what was announced with it, else the announcement is taken back. A sweep looks at a thousand at most, and the next
 * goes on behind the last. For one thread at a time.
 */
final class AnnouncementSweep {
    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_FAILURES = 3;

    private final FileAttributeBookkeeping attributes;
    private final AnnouncedCommits commits;
    private Optional<Announcement> last = Optional.empty();

    AnnouncementSweep(FileAttributeBookkeeping attributes, AnnouncedCommits commits) {
        this.attributes = attributes;
        this.commits = commits;
    }

    /**
     * Sweeps once. What fails for one announcement does not keep the next from being settled, unless it goes on; it is thrown at
     * the end.
     *
     * @param announcedBefore a time so long ago that no writer can still be at its commit
     * @return how many were looked at
     */
    int settle(Instant announcedBefore) {
        List<Announcement> page = attributes.removal().unsettled(announcedBefore, last, MOST_AT_ONCE);
        List<GatewayFailure> failures = new ArrayList<>();
        int looked = 0;
        while (looked < page.size() && failures.size() < MOST_FAILURES) {
            try {
                settle(page.get(looked));
            } catch (GatewayFailure failure) {
                failures.add(failure);
            }
            last = Optional.of(page.get(looked));
            looked++;
        }
        if (looked == page.size() && looked < MOST_AT_ONCE) {
            last = Optional.empty();
        }
        GatewayFailure.throwTogether(failures);
        return looked;
    }

    private void settle(Announcement announcement) {
        Optional<FileState> made = commits.find(announcement);
        if (made.isPresent()) {
            attributes
                    .store()
                    .confirm(announcement.id(), made.get().hash(), made.get().commit());
        } else {
            attributes.store().withdraw(announcement.id());
        }
    }
}
