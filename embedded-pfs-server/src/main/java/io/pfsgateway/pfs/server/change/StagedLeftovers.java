package io.pfsgateway.pfs.server.change;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.staged.StagedPart;
import io.pfsgateway.pfs.staged.Staging;
import java.util.List;
import java.util.Optional;

/**
 * Pieces of files that a process staged and had no time to release. Nothing but the call that staged them knows of them, so
 * that at a start all that are there are left over.
 */
public final class StagedLeftovers {
    /** By which this server's staged parts are told from those of others. */
    static final Bytes OWNER = Bytes.utf8("pfs_v2");

    private static final int PAGE = 1_000;

    private StagedLeftovers() {}

    /** Releases them, before calls are taken. */
    public static void release(Staging staging) {
        Optional<ContentId> after = Optional.empty();
        while (true) {
            List<StagedPart> page = staging.list(after, PAGE);
            List<ContentId> leftovers = page.stream()
                    .filter(part -> part.tag().equals(OWNER))
                    .map(StagedPart::id)
                    .toList();
            if (!leftovers.isEmpty()) {
                staging.release(leftovers);
            }
            if (page.size() < PAGE) {
                return;
            }
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }
}
