package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.StatusException;
import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the commits of announcements: the first behind the one that its writer saw that gave the key just these bytes. An older
 * commit that did so is another's, whatever stands there. A commit is made soon after it was announced or never, so that those of
 * ten minutes are looked at, counted from the first by the server's clock.
 */
final class AnnouncedCommits {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_COMMITS = 10_000;
    private static final int QUESTIONS_AT_ONCE = 32;

    private final PfsClient client;
    private final FileVersions versions;

    AnnouncedCommits(PfsClient client) {
        this.client = client;
        this.versions = new FileVersions(client);
    }

    /** The file as its commit left it; empty when no such commit was made, or the branch does not reach it any more. */
    Optional<FileState> find(Announcement announcement) {
        AnnouncedFile file = announcement.file();
        Subject subject = Subject.of(file.branch(), CommitRef.HEAD, file.key());
        try {
            Optional<FileInfo> found = first(announcement, behind(announcement));
            return found.map(info -> FileVersions.state(info, versions.commitOf(info, subject), file.key()));
        } catch (StatusException failed) {
            GatewayFailure failure = GrpcFailures.of(failed, subject);
            if (failure.kind() == FailureKind.NO_SUCH_BUCKET || failure.kind() == FailureKind.NO_SUCH_VERSION) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The commits behind the one that was seen, the oldest first. */
    private List<Commit> behind(Announcement announcement) throws StatusException {
        BranchId branch = announcement.file().branch();
        ListCommitRequest.Builder request = ListCommitRequest.newBuilder()
                .setRepo(PfsMessages.repo(branch))
                .setTo(PfsMessages.head(branch))
                .setAll(true);
        announcement.behind().ifPresent(seen -> request.setFrom(PfsMessages.commit(branch, seen)));
        Deque<CommitInfo> oldest = new ArrayDeque<>();
        Answers.take(client.listCommit(request.build()), info -> {
            if (announcement.behind().isPresent() || isNear(info, announcement.announcedAt())) {
                oldest.addFirst(info);
            }
            if (oldest.size() > MOST_COMMITS) {
                oldest.removeLast();
            }
            return true;
        });
        return isReached(announcement, oldest) ? soonAfterTheFirst(oldest) : List.of();
    }

    /** Where no commit was seen, the gateway's clock has to tell what is behind. */
    private static boolean isNear(CommitInfo info, Instant announcedAt) {
        Instant started = PfsMessages.instant(info.getStarted());
        return started.isAfter(announcedAt.minus(LONGEST)) && started.isBefore(announcedAt.plus(LONGEST));
    }

    /** A branch that was made again, or moved, is walked to its root without the commit being met. */
    private static boolean isReached(Announcement announcement, Deque<CommitInfo> oldest) {
        return !oldest.isEmpty()
                && (announcement.behind().isEmpty()
                        || oldest.getFirst()
                                .getParentCommit()
                                .getId()
                                .equals(announcement.behind().get().value()));
    }

    private static List<Commit> soonAfterTheFirst(Deque<CommitInfo> oldest) {
        Instant latest = PfsMessages.instant(oldest.getFirst().getStarted()).plus(LONGEST);
        return oldest.stream()
                .takeWhile(info -> !PfsMessages.instant(info.getStarted()).isAfter(latest))
                .filter(info -> info.getError().isEmpty())
                .map(CommitInfo::getCommit)
                .toList();
    }

    private Optional<FileInfo> first(Announcement announcement, List<Commit> commits) throws StatusException {
        AnnouncedFile file = announcement.file();
        AnnouncedContent content = new AnnouncedContent(client, file.content());
        boolean stood = stood(announcement, content, commits);
        for (int from = 0; from < commits.size(); from += QUESTIONS_AT_ONCE) {
            List<Commit> some = commits.subList(from, Math.min(commits.size(), from + QUESTIONS_AT_ONCE));
            for (Optional<FileInfo> info : filesAt(some, client.paths().of(file.key()))) {
                boolean stands = info.filter(content::isIn).isPresent();
                if (stands && (!stood || isChangedBy(info.get().getFile().getCommit(), file))) {
                    return info;
                }
                stood = stands;
            }
        }
        return Optional.empty();
    }

    /** Whether the bytes were there before. */
    private boolean stood(Announcement announcement, AnnouncedContent content, List<Commit> commits)
            throws StatusException {
        if (commits.isEmpty() || announcement.behind().isEmpty()) {
            return false;
        }
        AnnouncedFile file = announcement.file();
        Commit seen = PfsMessages.commit(file.branch(), announcement.behind().get());
        return filesAt(List.of(seen), client.paths().of(file.key()))
                .get(0)
                .filter(content::isIn)
                .isPresent();
    }

    /** Equal bytes in two commits may have been written twice, or have been left alone by the second. */
    private boolean isChangedBy(Commit commit, AnnouncedFile file) throws StatusException {
        Commit at = PfsMessages.commit(file.branch(), PfsMessages.commitId(commit));
        return client.lastChange(at, file.key())
                .filter(found -> found.getId().equals(commit.getId()))
                .isPresent();
    }

    private List<Optional<FileInfo>> filesAt(List<Commit> commits, String path) throws StatusException {
        List<ListenableFuture<FileInfo>> asked = commits.stream()
                .map(commit -> client.startInspectFile(commit, path))
                .toList();
        try {
            List<Optional<FileInfo>> files = new ArrayList<>();
            for (ListenableFuture<FileInfo> question : asked) {
                files.add(answer(question));
            }
            return files;
        } finally {
            asked.forEach(question -> question.cancel(true));
        }
    }

    private static Optional<FileInfo> answer(ListenableFuture<FileInfo> question) throws StatusException {
        try {
            return Optional.of(Answers.of(question));
        } catch (StatusException failed) {
            return switch (GrpcFailures.message(failed)) {
                case FILE_NOT_FOUND, PATH_COLLISION -> Optional.empty();
                default -> throw failed;
            };
        }
    }
}
