package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.listing.UploadEntry;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends uploads and lets their bytes go. An upload is ended in the bookkeeping first: whatever stops this half way, what is left
 * is known to be nobody's, and the sweep finds it.
 */
public final class UploadClearance {
    private static final int PAGE = 1000;

    private final UploadRegistry registry;
    private final UploadEndings endings;
    private final ContentStaging staging;

    public UploadClearance(UploadBookkeeping bookkeeping, ContentStaging staging) {
        this.registry = bookkeeping.registry();
        this.endings = bookkeeping.endings();
        this.staging = staging;
    }

    /** Ends an upload; false when it was not open. */
    boolean clear(UploadId id) {
        Optional<List<StagedContentId>> contents = endings.end(id);
        contents.ifPresent(staging::release);
        return contents.isPresent();
    }

    /** The uploads of a branch that are open now. */
    List<UploadId> openIn(BranchId branch) {
        List<UploadId> open = new ArrayList<>();
        Optional<Upload> last = Optional.empty();
        boolean more = true;
        while (more) {
            UploadPage page = registry.list(new UploadQuery(
                    branch,
                    "",
                    Optional.empty(),
                    last.map(upload -> upload.key().value()),
                    last.map(Upload::id),
                    PAGE));
            for (UploadEntry entry : page.entries()) {
                last = entry.upload();
                last.ifPresent(upload -> open.add(upload.id()));
            }
            more = page.more();
        }
        return open;
    }

    /** Ends every upload of a branch that went. */
    void clearBranch(BranchId branch) {
        openIn(branch).forEach(this::clear);
    }
}
