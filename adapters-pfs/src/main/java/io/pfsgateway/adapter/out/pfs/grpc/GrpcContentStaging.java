package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Stages contents in repositories of the gateway's own ({@link UploadRepos}), where they are as durable as any commit. File sets,
 * which pachd has for such a purpose, go when nobody renews them, and so would not outlive the gateways.
 */
final class GrpcContentStaging implements ContentStaging {
    private static final int BUFFER_BYTES = 1 << 20;

    private final PfsClient client;
    private final UploadRepos repos;
    private final Clock clock;

    GrpcContentStaging(PfsClient client, UploadRepos repos, Clock clock) {
        this.client = client;
        this.repos = repos;
        this.clock = clock;
    }

    @Override
    public PendingStagedContent begin(String owner, OptionalLong sizeBytes) {
        Place place = UploadRepos.newContent(owner, clock.millis());
        repos.make(place);
        return new GrpcPendingStagedContent(repos, place);
    }

    @Override
    public StagedContent stageRange(String owner, FileLocation source, ByteRange range) {
        FileInfo info = client.requireFile(source);
        try (PendingStagedContent pending = begin(owner, OptionalLong.of(range.length()));
                InputStream bytes = bytes(source, info, range)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                pending.write(buffer, 0, count);
            }
            return pending.stage(Optional.empty());
        } catch (IOException failed) {
            throw FileSystemFailure.unavailable(failed);
        }
    }

    private InputStream bytes(FileLocation source, FileInfo info, ByteRange range) {
        Commit at = PfsMessages.commit(source.branch(), source.commit());
        return GrpcContentStream.of(client, PfsMessages.file(at, info.getFile().getPath()), range);
    }

    @Override
    public Optional<StagedContent> find(StagedContentId id) {
        return Place.of(id)
                .flatMap(place -> repos.find(place).flatMap(file -> UploadRepos.content(file, place.repo())));
    }

    @Override
    public void release(Collection<StagedContentId> ids) {
        Map<String, List<Place>> places =
                ids.stream().map(Place::of).flatMap(Optional::stream).collect(Collectors.groupingBy(Place::repo));
        places.forEach(this::release);
    }

    private void release(String repo, List<Place> places) {
        List<String> there = repos.files(repo).stream()
                .filter(info -> UploadRepos.content(info, repo).isPresent())
                .map(info -> info.getFile().getPath())
                .toList();
        List<String> doomed = places.stream()
                .map(Place::path)
                .filter(there::contains)
                .distinct()
                .toList();
        if (doomed.isEmpty()) {
            return;
        }
        if (doomed.size() == there.size()) {
            repos.delete(repo);
            return;
        }
        try (Modification modification = repos.modify(places.get(0))) {
            doomed.forEach(modification::delete);
            modification.commit();
        }
    }

    @Override
    public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
        String afterRepo = after.flatMap(Place::of).map(Place::repo).orElse("");
        List<StagedContent> page = new ArrayList<>();
        for (String repo : repos.list()) {
            if (repo.compareTo(afterRepo) < 0) {
                continue;
            }
            for (FileInfo file : repos.files(repo)) {
                Optional<StagedContent> content = UploadRepos.content(file, repo);
                boolean isBehind = content.filter(found -> after.isEmpty()
                                || found.id().value().compareTo(after.get().value()) > 0)
                        .isPresent();
                if (isBehind && page.size() < limit) {
                    page.add(content.orElseThrow());
                }
            }
            if (page.size() >= limit) {
                return page;
            }
        }
        return page;
    }
}
