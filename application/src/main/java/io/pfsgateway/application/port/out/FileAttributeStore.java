package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * Attributes of files for a file system that keeps bytes alone. What is kept belongs to a version of a file: to a branch, a key,
 * the file system's hash of the bytes, and the first commit known to hold them. The file system and the store share no
 * transaction, so a version is written in three steps: it is announced before the file system may make the commit, committed
 * there, and confirmed with the hash and the commit that came of it. <em>Every</em> write is announced, one without any
 * attributes too, or the attributes of older, equal bytes at the key would be taken for its own.
 *
 * <p><strong>As of a commit.</strong> Ids of commits have no order, so versions of equal bytes at one key are told apart by the
 * commits' own times, as the file system tells them to writers and readers alike ({@link CommitInfo#finishedAt}; for an open
 * commit, when it was begun). Along a branch no commit is older than its parent, whoever made it, which a number given by the
 * store could not say of a commit that was made past it. Of a file there holds, in this order: what was confirmed last with the
 * very commit that is read; else the newest of the branch that is no newer than that commit; else the same of any other branch
 * of the repository, from which the one that is read may have left. A time within the same microsecond counts as no newer, since
 * servers may tell a time less finely the second time; equal times are ordered by confirmation. A branch whose head was moved to
 * another line, and two branches that wrote the same bytes to the same key after one left the other, are beyond
 * this rule; the attributes that it then finds are those of equal bytes at that key.
 *
 * <p><strong>What was not confirmed.</strong> An announcement that is found by a reader is a candidate: its writer is still at
 * it, or has died before or after the commit. The store never confirms one by itself. A reader may, once the file system's
 * bytes have proved to be those announced: by the hash where it was known beforehand, else by their SHA-256; equal sizes prove
 * nothing, and neither do equal bytes in a commit that is no newer than the one behind which it was announced. It must not withdraw one because it does not fit, since its writer may be about to commit.
 *
 * <p>Each call is atomic, and durable before it returns. What cannot be reached throws {@link FileSystemFailure} with {@code
 * FILE_SYSTEM_UNAVAILABLE}, from any method; a change may then have been made, and may be repeated. Safe for many threads, and
 * for several gateways on one store.
 */
public interface FileAttributeStore {
    /**
     * Announces a file before the file system is told to commit it. Repeated with the same id it does nothing.
     *
     * @param behind the newest commit that the branch has, while the writer keeps others from it: what is older holds no file that
     *     came of this; empty where there is none
     */
    void announce(AnnouncementId id, AnnouncedFile file, Optional<CommitId> behind);

    /**
     * Records that an announced file is there, with the file system's hash of it. It may be repeated, by others too: the first
     * call decides.
     *
     * @param commit the first commit known to hold the file
     * @return false when there is no such announcement any more, because it was confirmed, withdrawn or removed
     */
    boolean confirm(AnnouncementId id, ContentHash hash, CommitInfo commit);

    /** Takes an announcement back whose commit was certainly not made; what is confirmed stays. It may be repeated. */
    void withdraw(AnnouncementId id);

    /**
     * What is kept of a file, its parts with it. Announced is what the branch and the key have of this size and of no other hash.
     */
    FileAttributeLookup find(BranchId branch, FileState file);

    /**
     * What is kept of files of one branch, one answer for each in their order: as {@link #find}, but for the tables of parts, which
     * are left out. Made for pages: it costs two statements however many files there are, up to a thousand.
     */
    List<FileAttributeLookup> findAll(BranchId branch, List<FileState> files);

    /**
     * What was announced with a token for a branch and a key, confirmed last or not confirmed; with its parts. The same token at
     * another branch or key is another.
     */
    FileAttributeLookup findByToken(BranchId branch, ObjectKey key, String token);
}
