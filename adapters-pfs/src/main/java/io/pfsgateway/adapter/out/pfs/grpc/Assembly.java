package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.adapter.out.pfs.grpc.UploadRepos.Place;
import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes files of staged contents. A commit of pachd carries no token, so what was committed with one is found by the announcement:
 * the file is composed beside its parts first, which tells the hash that pachd will have of it, and that is announced with the
 * token. After a crash the announcement is settled by the commit behind it that gave the key just these bytes.
 */
final class Assembly {
    private final PfsClient client;
    private final UploadRepos repos;
    private final Sequences sequences;
    private final GuardedCommit commits;
    private final Descriptions descriptions;
    private final BranchAncestry ancestry;
    private final AnnouncedCommits announced;

    Assembly(
            PfsClient client,
            UploadRepos repos,
            GuardedCommit commits,
            Descriptions descriptions,
            BranchAncestry ancestry) {
        this.client = client;
        this.repos = repos;
        this.sequences = new Sequences(client);
        this.commits = commits;
        this.descriptions = descriptions;
        this.ancestry = ancestry;
        this.announced = new AnnouncedCommits(client);
    }

    CommittedFile assemble(String token, List<PartSource> parts, FileTarget target) {
        client.paths().of(target.key());
        Optional<CommittedFile> before = assembled(target.branch(), target.key(), token);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return assembleAnew(token, parts, target);
        } catch (UploadFailure gone) {
            // The parts go when another completion has come to its end, which may be that of this very upload.
            return assembled(target.branch(), target.key(), token).orElseThrow(() -> gone);
        }
    }

    private CommittedFile assembleAnew(String token, List<PartSource> parts, FileTarget target) {
        client.requireBranch(target.branch());
        List<Place> places = new ArrayList<>();
        List<FilePart> table = table(token, parts, places);
        Place composed = UploadRepos.newComposed(places.get(0));
        FileInfo whole = compose(composed, places, token);
        ExpectedContent content =
                new ExpectedContent(whole.getSizeBytes(), Optional.of(FileVersions.hash(whole)), Optional.empty());
        AnnouncedFile file = new AnnouncedFile(
                target.branch(),
                target.key(),
                content,
                FileDescription.assembled(target.attributes(), table),
                Optional.of(token));
        return commit(composed, target, file, token);
    }

    private CommittedFile commit(Place composed, FileTarget target, AnnouncedFile file, String token) {
        String path = client.paths().of(target.key());
        try (Modification modification =
                new Modification(client, Subject.of(target.branch(), CommitRef.HEAD, target.key()))) {
            modification.copy(path, UploadRepos.file(composed));
            return commits.commit(target, file, modification, () -> assembled(target.branch(), target.key(), token));
        } catch (BucketFailure gone) {
            throw repos.find(composed).isPresent() ? gone : UploadFailure.noSuchUpload(token);
        }
    }

    /** The parts as they will be told, and where each lies. */
    private List<FilePart> table(String token, List<PartSource> parts, List<Place> places) {
        Map<String, Map<String, FileInfo>> repositories = new HashMap<>();
        List<FilePart> table = new ArrayList<>();
        for (PartSource part : parts) {
            Place place = Place.of(part.content()).orElseThrow(() -> UploadFailure.noSuchUpload(token));
            FileInfo info =
                    repositories.computeIfAbsent(place.repo(), this::byPath).get(place.path());
            if (info == null) {
                throw UploadFailure.noSuchUpload(token);
            }
            table.add(new FilePart(info.getSizeBytes(), part.checksum()));
            places.add(place);
        }
        return table;
    }

    private Map<String, FileInfo> byPath(String repo) {
        Map<String, FileInfo> files = new HashMap<>();
        repos.files(repo).forEach(info -> files.put(info.getFile().getPath(), info));
        return files;
    }

    private FileInfo compose(Place composed, List<Place> parts, String token) {
        try {
            sequences.compose(repos, composed, parts);
        } catch (UploadFailure | KeyFailure gone) {
            throw UploadFailure.noSuchUpload(token);
        }
        return repos.find(composed).orElseThrow(() -> UploadFailure.noSuchUpload(token));
    }

    Optional<CommittedFile> assembled(BranchId branch, ObjectKey key, String token) {
        FileAttributeLookup found = descriptions.ofToken(branch, key, token);
        if (found.confirmed().isPresent()) {
            return found.confirmed().filter(file -> reaches(branch, file)).map(Assembly::committed);
        }
        return found.announced().stream()
                .map(this::settle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean reaches(BranchId branch, ConfirmedFile file) {
        try {
            ancestry.require(
                    file.commit().id(),
                    Subject.of(branch, CommitRef.to(file.commit().id())));
            return true;
        } catch (GatewayFailure failure) {
            if (failure.kind() == FailureKind.NO_SUCH_BUCKET || failure.kind() == FailureKind.NO_SUCH_VERSION) {
                return false;
            }
            throw failure;
        }
    }

    private static CommittedFile committed(ConfirmedFile confirmed) {
        AnnouncedFile file = confirmed.file();
        FileState state =
                new FileState(file.key(), confirmed.hash(), file.content().sizeBytes(), confirmed.commit());
        return new CommittedFile(
                FileVersions.version(state, file.description()),
                Optional.of(confirmed.commit().id()));
    }

    /** Confirms an announcement whose commit was made. */
    private Optional<CommittedFile> settle(Announcement announcement) {
        Optional<FileState> made = announced.find(announcement);
        made.ifPresent(file -> descriptions.confirm(announcement.id(), file));
        return made.map(file -> committed(new ConfirmedFile(announcement.file(), file.hash(), file.commit())));
    }
}
