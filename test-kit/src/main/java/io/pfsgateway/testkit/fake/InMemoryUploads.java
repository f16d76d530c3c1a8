package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.listing.UploadEntry;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Uploads in memory, under one lock. Everything is gone with the object. */
public final class InMemoryUploads implements UploadRegistry, UploadEndings {
    private final Clock clock;
    private final NavigableMap<UploadId, OpenUpload> open = new TreeMap<>();
    private final Map<UploadId, Instant> ended = new HashMap<>();

    /** None, on a clock that tells when they end. */
    public InMemoryUploads(Clock clock) {
        this.clock = clock;
    }

    /** Both roles, as services take them. */
    public UploadBookkeeping roles() {
        return new UploadBookkeeping(this, this);
    }

    @Override
    public synchronized void begin(Upload upload) {
        if (!ended.containsKey(upload.id())) {
            open.putIfAbsent(upload.id(), new OpenUpload(upload));
        }
    }

    @Override
    public synchronized Optional<Upload> find(UploadId id) {
        return Optional.ofNullable(open.get(id)).map(found -> found.upload);
    }

    @Override
    public synchronized Optional<StagedContentId> putPart(UploadId id, RegisteredPart part) {
        OpenUpload upload = open.get(id);
        if (upload == null) {
            throw UploadFailure.noSuchUpload(id.value());
        }
        RegisteredPart replaced = upload.parts.put(part.part().number(), part);
        Optional<StagedContentId> free = Optional.ofNullable(replaced)
                .map(RegisteredPart::content)
                .filter(content -> !content.equals(part.content()));
        if (upload.tried) {
            free.ifPresent(upload.replaced::add);
            return Optional.empty();
        }
        return free;
    }

    @Override
    public synchronized List<RegisteredPart> parts(UploadId id, Optional<PartNumber> after, int limit) {
        OpenUpload upload = open.get(id);
        if (upload == null) {
            return List.of();
        }
        return after.map(number -> upload.parts.tailMap(number, false)).orElse(upload.parts).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized UploadPage list(UploadQuery query) {
        List<UploadEntry> entries = new ArrayList<>();
        open.values().stream()
                .map(each -> each.upload)
                .filter(upload -> upload.branch().equals(query.branch()))
                .filter(upload -> upload.key().value().startsWith(query.prefix()))
                .sorted(Comparator.comparing(Upload::key).thenComparing(Upload::id))
                .filter(upload -> isBehind(upload, query))
                .map(upload -> entry(upload, query))
                .distinct()
                .limit(query.limit() + 1L)
                .forEach(entries::add);
        boolean more = entries.size() > query.limit();
        return new UploadPage(more ? entries.subList(0, query.limit()) : entries, more);
    }

    private static boolean isBehind(Upload upload, UploadQuery query) {
        EntryName name = EntryName.of(upload.key(), query.prefix(), query.delimiter());
        if (query.afterUpload().isPresent()
                && !name.isCommonPrefix()
                && query.after().equals(Optional.of(name.name()))) {
            return upload.id().compareTo(query.afterUpload().get()) > 0;
        }
        return name.isAfter(query.after());
    }

    private static UploadEntry entry(Upload upload, UploadQuery query) {
        EntryName name = EntryName.of(upload.key(), query.prefix(), query.delimiter());
        return name.isCommonPrefix() ? UploadEntry.commonPrefix(name.name()) : UploadEntry.of(upload);
    }

    @Override
    public synchronized Optional<List<RegisteredPart>> tryCompletion(UploadId id) {
        return Optional.ofNullable(open.get(id)).map(upload -> {
            upload.tried = true;
            return List.copyOf(upload.parts.values());
        });
    }

    @Override
    public synchronized Optional<List<StagedContentId>> end(UploadId id) {
        return Optional.ofNullable(open.remove(id)).map(upload -> {
            ended.put(id, clock.instant());
            return Stream.concat(upload.parts.values().stream().map(RegisteredPart::content), upload.replaced.stream())
                    .toList();
        });
    }

    @Override
    public synchronized List<Upload> due(Instant begunBefore, Optional<UploadId> after, int limit) {
        return after.map(id -> open.tailMap(id, false)).orElse(open).values().stream()
                .filter(upload -> upload.tried || upload.upload.begunAt().isBefore(begunBefore))
                .map(upload -> upload.upload)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Set<UploadId> ended(Collection<UploadId> ids) {
        return ids.stream().filter(ended::containsKey).collect(Collectors.toSet());
    }

    @Override
    public synchronized void forget(Instant endedBefore) {
        ended.values().removeIf(time -> time.isBefore(endedBefore));
    }

    private static final class OpenUpload {
        private final Upload upload;
        private final NavigableMap<PartNumber, RegisteredPart> parts = new TreeMap<>();
        private final Set<StagedContentId> replaced = new LinkedHashSet<>();
        private boolean tried;

        OpenUpload(Upload upload) {
            this.upload = upload;
        }
    }
}
