package io.pfsgateway.benchmarks.files;

import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedFileSystem;
import io.pfsgateway.adapter.out.pfs.embedded.EmbeddedSettings;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.pfs.EmbeddedPfs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * An embedded file system in a folder, opened as the gateway opens it, with one call for what a request of its clients makes
 * it do. Safe for any number of threads; whoever opens it closes it.
 */
public final class MeasuredFiles implements AutoCloseable {
    /** The most entries that a listing of S3 shows. */
    public static final int PAGE = 1_000;

    /** What clients of today send along with nearly every upload. */
    private static final ObjectAttributes ATTRIBUTES = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "application/octet-stream"),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(new ContentChecksum(ChecksumAlgorithm.CRC64NVME, "M3eFcAZSQlc=")));

    private final EmbeddedFileSystem files;
    private final FileSystem ports;

    private MeasuredFiles(EmbeddedFileSystem files) {
        this.files = files;
        this.ports = files.ports();
    }

    /** Opens the folder, which is made where it is missing. */
    public static MeasuredFiles open(Path folder) {
        return new MeasuredFiles(EmbeddedFileSystem.open(new EmbeddedSettings(folder, Clock.systemUTC())));
    }

    /** The engine below, for what no client can ask. */
    public EmbeddedPfs engine() {
        return files.engine();
    }

    public boolean has(BranchId branch) {
        return ports.branches().find(branch).isPresent();
    }

    public void create(BranchId branch) {
        ports.branches().create(branch);
    }

    public void deleteBranch(BranchId branch) {
        ports.branches().delete(branch);
    }

    /** One commit, on disk when this returns. */
    public CommittedFile put(BranchId branch, String key, byte[] bytes) {
        try (PendingFile file = ports.committer().begin(branch, new ObjectKey(key), OptionalLong.of(bytes.length))) {
            file.write(bytes, 0, bytes.length);
            return file.commit(ATTRIBUTES, WriteCondition.NONE, Optional.empty());
        }
    }

    /** Looks a file up and reads all of it through the buffer; says how much that was, or -1 where there is none. */
    public long get(BranchId branch, CommitRef ref, String key, byte[] buffer) {
        FileLookup found = ports.reader().open(branch, ref, new ObjectKey(key));
        return found instanceof FileLookup.Found there ? drain(there.file(), buffer) : -1;
    }

    private static long drain(PinnedFile pinned, byte[] buffer) {
        try (PinnedFile file = pinned;
                InputStream content =
                        file.content(ByteRange.whole(file.version().sizeBytes()))) {
            long total = 0;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                total += count;
            }
            return total;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes files in one commit, as DeleteObjects does. */
    public DeletionResult delete(BranchId branch, List<String> keys) {
        List<Deletion> deletions = keys.stream()
                .map(key -> new Deletion(new ObjectKey(key), WriteCondition.NONE))
                .toList();
        return ports.committer().delete(branch, deletions);
    }

    /** A whole page of a listing, its rows and attributes included. */
    public ListingPage page(
            BranchId branch, CommitRef ref, String prefix, Optional<String> delimiter, Optional<String> after) {
        return ports.lister().list(new ListingQuery(branch, ref, prefix, delimiter, after, PAGE));
    }

    /** A whole page of a listing of versions. */
    public VersionPage versions(BranchId branch, Optional<String> after) {
        return ports.history().versions(new VersionQuery(branch, "", Optional.empty(), after, Optional.empty(), PAGE));
    }

    @Override
    public void close() {
        files.close();
    }
}
