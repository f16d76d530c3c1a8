package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.SweepUploadsUseCase;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sweeps a page at a time. Uploads go when they were begun longer ago than the expiry, or when their completion had come to its
 * commit. Staged contents go when their upload has ended; those of which the bookkeeping knows nothing wait for the expiry and a
 * day more, since it may be the bookkeeping that was lost.
 */
public final class SweepUploadsService implements SweepUploadsUseCase {
    private static final int PAGE = 1000;
    private static final Duration GRACE = Duration.ofDays(1);

    private final UploadEndings endings;
    private final UploadClearance clearance;
    private final ContentStaging staging;
    private final Committer committer;
    private final StagedOrphans orphans;
    private final Duration expiry;
    private final Clock clock;

    /**
     * @param expiry how long an upload may stay open
     */
    public SweepUploadsService(
            UploadBookkeeping bookkeeping,
            ContentStaging staging,
            Committer committer,
            UploadClearance clearance,
            Duration expiry,
            Clock clock) {
        this.endings = bookkeeping.endings();
        this.clearance = clearance;
        this.staging = staging;
        this.committer = committer;
        this.orphans = new StagedOrphans(bookkeeping, staging);
        this.expiry = expiry;
        this.clock = clock;
    }

    @Override
    public Result sweepUploads() {
        Instant expired = clock.instant().minus(expiry);
        List<GatewayFailure> failures = new ArrayList<>();
        int ended = endDue(expired, failures);
        int released = orphans.release(expired.minus(GRACE));
        // An upload whose place is as old has expired, and stages nothing any more.
        staging.removeEmptyPlaces(expired.minus(GRACE));
        endings.forget(expired.minus(GRACE));
        GatewayFailure.throwTogether(failures);
        return new Result(ended, released);
    }

    private int endDue(Instant expired, List<GatewayFailure> failures) {
        int ended = 0;
        Optional<UploadId> after = Optional.empty();
        while (true) {
            List<Upload> page = endings.due(expired, after, PAGE);
            for (Upload upload : page) {
                if (isEnded(upload, expired, failures)) {
                    ended++;
                }
            }
            if (page.size() < PAGE) {
                return ended;
            }
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    /** What fails for one upload must not keep the others, and their bytes, from going. */
    private boolean isEnded(Upload upload, Instant expired, List<GatewayFailure> failures) {
        try {
            return isOver(upload, expired) && clearance.clear(upload.id());
        } catch (GatewayFailure failure) {
            failures.add(failure);
            return false;
        }
    }

    private boolean isOver(Upload upload, Instant expired) {
        return upload.begunAt().isBefore(expired)
                || committer
                        .assembled(upload.branch(), upload.key(), upload.id().value())
                        .isPresent();
    }
}
