package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.RepoInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stages contents in repositories of the gateway's own ({@link UploadRepos}), where they are as durable as any commit. File sets,
 * which pachd has for such a purpose, go when nobody renews them, and so would not outlive the gateways.
 */
final class GrpcContentStaging implements ContentStaging {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcContentStaging.class);
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
        List<FileInfo> there = repos.files(repo);
        Set<String> named = places.stream().map(Place::path).collect(Collectors.toSet());
        List<String> doomed = there.stream()
                .filter(info -> UploadRepos.content(info, repo).isPresent())
                .map(info -> info.getFile().getPath())
                .filter(named::contains)
                .toList();
        if (doomed.isEmpty()) {
            return;
        }
        // What was composed goes with the last content; what is neither is somebody else's.
        long composed = there.stream().filter(UploadRepos::isComposed).count();
        if (doomed.size() + composed == there.size()) {
            repos.delete(repo);
        } else {
            delete(places.get(0), doomed);
        }
    }

    private void delete(Place any, List<String> doomed) {
        try (Modification modification = repos.modify(any)) {
            doomed.forEach(modification::delete);
            modification.commit();
        } catch (UploadFailure gone) {
            // Another has let go of the last of them, and so of the repository.
            LOG.debug("{} went meanwhile", any.repo(), gone);
        }
    }

    @Override
    public void removeEmptyPlaces(Instant madeBefore) {
        for (RepoInfo repo : repos.list()) {
            String name = repo.getRepo().getName();
            boolean isOld = PfsMessages.instant(repo.getCreated()).isBefore(madeBefore);
            if (isOld && isEmpty(name)) {
                repos.delete(name);
            }
        }
    }

    private boolean isEmpty(String repo) {
        return filesIfReadable(repo)
                .filter(files -> files.stream().allMatch(UploadRepos::isComposed))
                .isPresent();
    }

    @Override
    public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
        Optional<Place> last = after.flatMap(Place::of);
        List<StagedContent> page = new ArrayList<>();
        for (RepoInfo info : repos.list()) {
            String repo = info.getRepo().getName();
            if (page.size() < limit
                    && last.filter(place -> repo.compareTo(place.repo()) < 0).isEmpty()) {
                filesIfReadable(repo).orElse(List.of()).stream()
                        .filter(file -> isBehind(file, repo, last))
                        .flatMap(file -> UploadRepos.content(file, repo).stream())
                        .limit(limit - page.size())
                        .forEach(page::add);
            }
        }
        return page;
    }

    private static boolean isBehind(FileInfo file, String repo, Optional<Place> last) {
        return last.filter(place ->
                        place.repo().equals(repo) && file.getFile().getPath().compareTo(place.path()) <= 0)
                .isEmpty();
    }

    /** What fails for one repository must not keep the others from being swept. */
    private Optional<List<FileInfo>> filesIfReadable(String repo) {
        try {
            return Optional.of(repos.files(repo));
        } catch (GatewayFailure failure) {
            if (failure.kind() == FailureKind.FILE_SYSTEM_UNAVAILABLE) {
                throw failure;
            }
            LOG.warn("What is staged in {} cannot be listed, and is passed over", repo, failure);
            return Optional.empty();
        }
    }
}
