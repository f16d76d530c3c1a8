package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Staged contents that belong to no open upload. What was not staged for an upload at all is not theirs to let go. */
final class StagedOrphans {
    private static final int PAGE = 1000;

    private final UploadRegistry registry;
    private final UploadEndings endings;
    private final ContentStaging staging;

    StagedOrphans(UploadBookkeeping bookkeeping, ContentStaging staging) {
        this.registry = bookkeeping.registry();
        this.endings = bookkeeping.endings();
        this.staging = staging;
    }

    /**
     * Lets orphans go: those whose upload has ended, and those whose upload nobody knows and that were staged before a time.
     *
     * @return how many they were
     */
    int release(Instant unknownBefore) {
        int released = 0;
        Optional<StagedContentId> after = Optional.empty();
        while (true) {
            List<StagedContent> page = staging.list(after, PAGE);
            released += release(page, unknownBefore);
            if (page.size() < PAGE) {
                return released;
            }
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    private int release(List<StagedContent> page, Instant unknownBefore) {
        Set<UploadId> owners = page.stream()
                .map(StagedOrphans::owner)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        // The contents were listed before the uploads are looked up: an upload that is not known now will never be.
        Set<UploadId> ended = endings.ended(owners);
        List<StagedContentId> orphans = page.stream()
                .filter(staged -> owner(staged)
                        .filter(id -> ended.contains(id) || isUnknown(id, staged, unknownBefore))
                        .isPresent())
                .map(StagedContent::id)
                .toList();
        staging.release(orphans);
        return orphans.size();
    }

    private boolean isUnknown(UploadId id, StagedContent staged, Instant unknownBefore) {
        return staged.stagedAt().isBefore(unknownBefore) && registry.find(id).isEmpty();
    }

    private static Optional<UploadId> owner(StagedContent staged) {
        return UploadId.tryParse(staged.owner());
    }
}
