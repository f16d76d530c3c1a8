package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeRemoval;
import io.pfsgateway.application.port.out.FileAttributeStore;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Attributes of files in memory, under one lock, looked for by going through them all. Everything is gone with the object. */
public final class InMemoryFileAttributes implements FileAttributeStore, FileAttributeRemoval {
    private static final Comparator<Announcement> OLDEST_FIRST = Comparator.comparing(Announcement::announcedAt)
            .thenComparing(each -> each.id().toString());

    private final Clock clock;
    private final Map<AnnouncementId, Announcement> announced = new LinkedHashMap<>();
    private final List<ConfirmedFile> confirmed = new ArrayList<>();

    /** None, on a clock that tells when they are announced. */
    public InMemoryFileAttributes(Clock clock) {
        this.clock = clock;
    }

    /** Both roles, as an adapter takes them. */
    public FileAttributeBookkeeping roles() {
        return new FileAttributeBookkeeping(this, this);
    }

    @Override
    public synchronized void announce(AnnouncementId id, AnnouncedFile file, Optional<CommitId> behind) {
        announced.putIfAbsent(id, new Announcement(id, file, behind, clock.instant()));
    }

    @Override
    public synchronized boolean confirm(AnnouncementId id, ContentHash hash, CommitInfo commit) {
        Announcement found = announced.remove(id);
        if (found != null) {
            confirmed.add(new ConfirmedFile(found.file(), hash, commit));
        }
        return found != null;
    }

    @Override
    public synchronized void withdraw(AnnouncementId id) {
        announced.remove(id);
    }

    @Override
    public synchronized FileAttributeLookup find(BranchId branch, FileState state) {
        Optional<ConfirmedFile> newest = last(state, file -> isAt(file, branch, state))
                .or(() -> last(
                        state,
                        file -> isBefore(file, state) && file.file().branch().equals(branch)))
                .or(() -> last(state, file -> isBefore(file, state) && isOfRepoOf(file, branch)));
        return new FileAttributeLookup(
                newest, announced(branch, state.key(), file -> file.content().admits(state.sizeBytes(), state.hash())));
    }

    @Override
    public synchronized List<FileAttributeLookup> findAll(BranchId branch, List<FileState> files) {
        return files.stream().map(file -> withoutParts(find(branch, file))).toList();
    }

    @Override
    public synchronized FileAttributeLookup findByToken(BranchId branch, ObjectKey key, String token) {
        Predicate<AnnouncedFile> asked =
                file -> file.token().filter(token::equals).isPresent();
        Optional<ConfirmedFile> newest = confirmed.stream()
                .filter(file ->
                        file.file().branch().equals(branch) && file.file().key().equals(key) && asked.test(file.file()))
                .reduce((before, after) -> after);
        return new FileAttributeLookup(newest, announced(branch, key, asked));
    }

    @Override
    public synchronized void removeBranch(BranchId branch) {
        removeIf(branch::equals);
    }

    @Override
    public synchronized void removeRepo(ProjectName project, RepoName repo) {
        removeIf(branch -> branch.project().equals(project) && branch.repo().equals(repo));
    }

    @Override
    public synchronized List<Announcement> unsettled(Instant announcedBefore, Optional<Announcement> after, int limit) {
        return announced.values().stream()
                .filter(each -> each.announcedAt().isBefore(announcedBefore))
                .filter(each -> after.filter(last -> OLDEST_FIRST.compare(each, last) <= 0)
                        .isEmpty())
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .map(Announcement::withoutParts)
                .toList();
    }

    private void removeIf(Predicate<BranchId> gone) {
        announced.values().removeIf(each -> gone.test(each.file().branch()));
        confirmed.removeIf(each -> gone.test(each.file().branch()));
    }

    private Optional<ConfirmedFile> last(FileState state, Predicate<ConfirmedFile> asked) {
        return confirmed.stream()
                .filter(file ->
                        file.file().key().equals(state.key()) && file.hash().equals(state.hash()))
                .filter(asked)
                // Of equal times the sort keeps the order of confirmation.
                .sorted(Comparator.comparing(
                        (ConfirmedFile file) -> file.commit().finishedAt()))
                .reduce((before, after) -> after);
    }

    private static boolean isAt(ConfirmedFile file, BranchId branch, FileState state) {
        return file.file().branch().equals(branch)
                && file.commit().id().equals(state.commit().id());
    }

    private static boolean isBefore(ConfirmedFile file, FileState state) {
        return !file.commit()
                .finishedAt()
                .truncatedTo(ChronoUnit.MICROS)
                .isAfter(state.commit().finishedAt());
    }

    private static boolean isOfRepoOf(ConfirmedFile file, BranchId branch) {
        BranchId own = file.file().branch();
        return own.project().equals(branch.project()) && own.repo().equals(branch.repo());
    }

    private List<Announcement> announced(BranchId branch, ObjectKey key, Predicate<AnnouncedFile> asked) {
        return announced.values().stream()
                .filter(each ->
                        each.file().branch().equals(branch) && each.file().key().equals(key) && asked.test(each.file()))
                .toList();
    }

    private static FileAttributeLookup withoutParts(FileAttributeLookup lookup) {
        return new FileAttributeLookup(
                lookup.confirmed().map(ConfirmedFile::withoutParts),
                lookup.announced().stream().map(Announcement::withoutParts).toList());
    }
}
