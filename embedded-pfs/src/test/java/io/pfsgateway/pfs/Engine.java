package io.pfsgateway.pfs;

import io.pfsgateway.pfs.branch.BranchPoint;
import io.pfsgateway.pfs.commit.Change;
import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.listing.ListEntry;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.staged.StagedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An engine under test, with short words for what tests do all the time. */
final class Engine implements AutoCloseable {
    static final BranchName MASTER = new BranchName("default", "repo", "master");

    final EmbeddedPfs pfs;

    private Engine(EmbeddedPfs pfs) {
        this.pfs = pfs;
    }

    static PfsSettings settings() {
        return PfsSettings.defaults().withReserveBytes(1 << 16).withCaches(new PfsCaches(8 << 20, 8 << 20, 8 << 20));
    }

    static Engine open(Path folder) {
        return open(folder, settings());
    }

    static Engine open(Path folder, PfsSettings settings) {
        try {
            return new Engine(EmbeddedPfs.open(folder, settings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens a folder and makes the branch that most tests work on. */
    static Engine withMaster(Path folder, PfsSettings settings) {
        Engine engine = open(folder, settings);
        engine.pfs.branches().create(MASTER);
        return engine;
    }

    static BranchName branch(String name) {
        return new BranchName("default", "repo", name);
    }

    void fork(String name, CommitRef from) {
        pfs.branches().create(branch(name), new BranchPoint(MASTER, from));
    }

    CommitId put(String path, String text) {
        return put(MASTER, path, text);
    }

    CommitId put(BranchName branch, String path, String text) {
        return put(branch, path, text.getBytes(StandardCharsets.UTF_8), Precondition.NONE)
                .commit()
                .orElseThrow()
                .id();
    }

    CommitResult put(BranchName branch, String path, byte[] bytes, Precondition precondition) {
        try (ContentWriter writer = pfs.staging().newContent()) {
            writer.write(bytes);
            return pfs.files()
                    .put(branch, FilePath.of(path), writer, Bytes.utf8("attributes of " + path), precondition);
        }
    }

    CommitResult delete(BranchName branch, String... paths) {
        List<Change.Delete> deletions = Stream.of(paths)
                .map(path -> new Change.Delete(FilePath.of(path), Precondition.NONE))
                .toList();
        return pfs.files().delete(branch, deletions);
    }

    StagedPart stage(byte[] bytes, String tag) {
        try (ContentWriter writer = pfs.staging().newContent()) {
            writer.write(bytes);
            return pfs.staging().stage(writer, Bytes.utf8(tag));
        }
    }

    Optional<String> text(String path) {
        return text(MASTER, CommitRef.HEAD, path);
    }

    Optional<String> text(BranchName branch, CommitRef ref, String path) {
        return bytes(branch, ref, path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<byte[]> bytes(BranchName branch, CommitRef ref, String path) {
        Optional<OpenFile> opened = pfs.reader().open(branch, ref, FilePath.of(path));
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (OpenFile file = opened.get()) {
            return Optional.of(file.stream(0, file.size()).readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> names(BranchName branch, CommitRef ref) {
        return pfs.lister().list(branch, ref, Grouping.NONE, Optional.empty(), 100_000).entries().stream()
                .map(ListEntry::name)
                .map(Bytes::toUtf8)
                .toList();
    }

    @Override
    public void close() {
        pfs.close();
    }
}
