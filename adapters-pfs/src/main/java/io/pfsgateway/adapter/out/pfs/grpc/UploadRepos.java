package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CreateRepoRequest;
import io.pfsgateway.pfs.protocol.DeleteRepoRequest;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.ListRepoRequest;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.Repo;
import io.pfsgateway.pfs.protocol.RepoInfo;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The repositories in which contents are staged, one for each owner, such as an upload. Their names are reserved: no bucket is
 * ever one of them. A repository's name ends in its owner; each file on its branch is a content, named by when it was staged.
 * pachd gives bytes back only with a repository, so that one is deleted with its last content.
 */
final class UploadRepos {
    /** A content that is about to be staged or composed, by repository and path. */
    record Place(String repo, String path) {
        StagedContentId id() {
            return new StagedContentId(repo.substring(PREFIX.length()) + path);
        }

        /** The place that an id is, if it can be one. */
        static Optional<Place> of(StagedContentId id) {
            int slash = id.value().indexOf('/');
            return slash < 1
                    ? Optional.empty()
                    : Optional.of(new Place(
                            PREFIX + id.value().substring(0, slash), id.value().substring(slash)));
        }
    }

    private static final String PREFIX = "_s3-upload_";
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String BRANCH = "master";
    private static final String COMPOSED = "/composed-";
    private static final String DIGITS_OF_MILLIS = "%013d";
    private static final Pattern CONTENT = Pattern.compile("/(\\d{13})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PfsClient client;

    UploadRepos(PfsClient client) {
        this.client = client;
    }

    /** Whether a repository of this name is one of the gateway's own. */
    static boolean isReserved(String repo) {
        return repo.startsWith(PREFIX);
    }

    /** A place for a content of this owner. */
    static Place newContent(String owner, long stagedAtMillis) {
        return new Place(repoName(owner), "/" + DIGITS_OF_MILLIS.formatted(stagedAtMillis) + "-" + UUID.randomUUID());
    }

    /** A place beside a content, for what is composed of it and others; it is no content itself. */
    static Place newComposed(Place beside) {
        return new Place(beside.repo(), COMPOSED + UUID.randomUUID());
    }

    private static String repoName(String owner) {
        if (!OWNER.matcher(owner).matches()) {
            throw RequestFailure.invalidArgument("owner", owner, "1 to 64 letters, digits, - and _");
        }
        return PREFIX + owner;
    }

    static String owner(String repo) {
        return repo.substring(PREFIX.length());
    }

    /** Makes the repository of a place, unless it is there. */
    void make(Place place) {
        try {
            client.asking()
                    .createRepo(CreateRepoRequest.newBuilder()
                            .setRepo(repo(place.repo()))
                            .build());
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) != PachdMessage.ALREADY_THERE) {
                throw failure(failed, place.repo());
            }
        }
    }

    /** All repositories of contents, in the order of their names. */
    List<RepoInfo> list() {
        try {
            ListRepoRequest request =
                    ListRepoRequest.newBuilder().setType(PfsMessages.USER).build();
            return Answers.all(client.asking().listRepo(request)).stream()
                    .filter(info -> isReserved(info.getRepo().getName()))
                    .sorted(Comparator.comparing(info -> info.getRepo().getName()))
                    .toList();
        } catch (StatusException failed) {
            throw failure(failed, PREFIX);
        }
    }

    /** All files of a repository, what was composed among them; none when it is not there. */
    List<FileInfo> files(String repo) {
        WalkFileRequest request = WalkFileRequest.newBuilder()
                .setFile(PfsMessages.file(head(repo), "/"))
                .setPaginationMarker(PfsMessages.file(head(repo), PathOrder.behind("/")))
                .build();
        try {
            return Answers.all(client.asking().walkFile(request)).stream()
                    .filter(info -> info.getFileType() == FileType.FILE)
                    .toList();
        } catch (StatusException failed) {
            return switch (GrpcFailures.message(failed)) {
                case REPO_NOT_FOUND, BRANCH_NOT_FOUND, COMMIT_NOT_FOUND, FILE_NOT_FOUND -> List.of();
                default -> throw failure(failed, repo);
            };
        }
    }

    /** Deletes a repository with all that it holds, if it is there. */
    void delete(String repo) {
        try {
            client.asking()
                    .deleteRepo(DeleteRepoRequest.newBuilder()
                            .setRepo(repo(repo))
                            .setForce(true)
                            .build());
        } catch (StatusException failed) {
            switch (GrpcFailures.message(failed)) {
                // Another was at it at the same time, whose deletion may have come as far as the branch.
                case REPO_NOT_FOUND, BRANCH_NOT_FOUND -> {}
                default -> throw failure(failed, repo);
            }
        }
    }

    /** Begins to write at a place. */
    Modification modify(Place place) {
        return new Modification(client, subject(place.repo()), head(place.repo()));
    }

    /** The file at a place. */
    Optional<FileInfo> find(Place place) {
        try {
            return client.inspectFile(head(place.repo()), place.path());
        } catch (StatusException failed) {
            return switch (GrpcFailures.message(failed)) {
                case REPO_NOT_FOUND, BRANCH_NOT_FOUND, COMMIT_NOT_FOUND -> Optional.empty();
                default -> throw failure(failed, place.repo());
            };
        }
    }

    static File file(Place place) {
        return PfsMessages.file(head(place.repo()), place.path());
    }

    /** Whether a file was composed of contents, and goes with them. */
    static boolean isComposed(FileInfo info) {
        return info.getFile().getPath().startsWith(COMPOSED);
    }

    /** A file as a staged content; empty for what was composed, and for what somebody else has put there. */
    static Optional<StagedContent> content(FileInfo info, String repo) {
        String path = info.getFile().getPath();
        Matcher matcher = CONTENT.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long millis = Long.parseLong(matcher.group(1));
        return Optional.of(new StagedContent(
                new Place(repo, path).id(),
                owner(repo),
                info.getSizeBytes(),
                FileVersions.hash(info),
                Instant.ofEpochMilli(millis)));
    }

    /** The failure of a call about a repository: where it is not there, its owner is not. */
    static GatewayFailure failure(StatusException failed, String repo) {
        return GrpcFailures.of(failed, subject(repo));
    }

    private static Subject subject(String repo) {
        BranchId branch = new BranchId(ProjectName.DEFAULT, new RepoName(repo), new BranchName(BRANCH));
        return Subject.of(branch, CommitRef.HEAD);
    }

    private static Repo repo(String name) {
        return Repo.newBuilder()
                .setName(name)
                .setType(PfsMessages.USER)
                .setProject(Project.newBuilder().setName(ProjectName.DEFAULT.value()))
                .build();
    }

    private static Commit head(String repo) {
        return Commit.newBuilder()
                .setRepo(repo(repo))
                .setBranch(Branch.newBuilder().setRepo(repo(repo)).setName(BRANCH))
                .build();
    }
}
