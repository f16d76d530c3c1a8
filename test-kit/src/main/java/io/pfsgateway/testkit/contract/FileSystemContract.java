package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The file system under test, what it can do, and the words in which contracts speak to it. */
public abstract class FileSystemContract {
    /** The file system; the same one however often a test asks. */
    protected abstract FileSystem fileSystem();

    /** What it can do beyond the ports' least; the same however often a test asks. */
    protected Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    final boolean has(Capability capability) {
        return capabilities().contains(capability);
    }

    /** A project beside the default one, where there is one. */
    protected Optional<ProjectName> otherProject() {
        return Optional.empty();
    }

    /** How what a test reads comes to be there. */
    protected Preparation preparation() {
        return new PreparationThroughPorts(fileSystem());
    }

    /** Whether {@link #reopen} is to be had. */
    protected boolean reopens() {
        return false;
    }

    /** Closes the file system and opens it again on what it had stored; {@link #fileSystem} is the new one from then on. */
    protected void reopen() {
        throw new UnsupportedOperationException("reopens() says that this file system does not");
    }

    final BranchId newBranch() {
        BranchId branch = BranchId.of("master", uniqueName());
        preparation().makeBranch(branch);
        return branch;
    }

    final void place(BranchId branch, String key, String text) {
        preparation().writeFile(branch, key(key), utf8(text));
    }

    final void remove(BranchId branch, String... keys) {
        preparation()
                .removeFiles(
                        branch, Stream.of(keys).map(FileSystemContract::key).toList());
    }

    static String uniqueName() {
        return "r" + UUID.randomUUID().toString().replace("-", "");
    }

    static ObjectKey key(String value) {
        return new ObjectKey(value);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    final CommittedFile put(BranchId branch, String key, String text) {
        return put(branch, key, text, WriteCondition.NONE);
    }

    final CommittedFile put(BranchId branch, String key, String text, WriteCondition condition) {
        return put(branch, key, utf8(text), ObjectAttributes.NONE, condition);
    }

    final CommittedFile put(
            BranchId branch, String key, byte[] bytes, ObjectAttributes attributes, WriteCondition condition) {
        try (PendingFile pending = fileSystem().committer().begin(branch, key(key), OptionalLong.of(bytes.length))) {
            pending.write(bytes, 0, bytes.length);
            return pending.commit(attributes, condition, Optional.empty());
        }
    }

    final DeletionResult delete(BranchId branch, String... keys) {
        return fileSystem()
                .committer()
                .delete(
                        branch,
                        Stream.of(keys)
                                .map(key -> new Deletion(key(key), WriteCondition.NONE))
                                .toList());
    }

    final StagedContent stage(String owner, String text) {
        byte[] bytes = utf8(text);
        try (PendingStagedContent pending = fileSystem().staging().begin(owner, OptionalLong.of(bytes.length))) {
            pending.write(bytes, 0, bytes.length);
            return pending.stage(Optional.empty());
        }
    }

    final CommitInfo head(BranchId branch) {
        return fileSystem().reader().resolve(branch, CommitRef.HEAD);
    }

    final FileLookup open(BranchId branch, CommitRef ref, String key) {
        return fileSystem().reader().open(branch, ref, key(key));
    }

    final PinnedFile pinned(BranchId branch, CommitRef ref, String key) {
        FileLookup lookup = open(branch, ref, key);
        assertThat(lookup).as("%s at %s of %s", key, ref, branch).isInstanceOf(FileLookup.Found.class);
        return ((FileLookup.Found) lookup).file();
    }

    /** A file's text at the head, or nothing. */
    final Optional<String> text(BranchId branch, String key) {
        return text(branch, CommitRef.HEAD, key);
    }

    final Optional<String> text(BranchId branch, CommitId commit, String key) {
        return text(branch, CommitRef.to(commit), key);
    }

    private Optional<String> text(BranchId branch, CommitRef ref, String key) {
        if (!(open(branch, ref, key) instanceof FileLookup.Found found)) {
            return Optional.empty();
        }
        try (PinnedFile file = found.file()) {
            byte[] bytes = bytes(file, ByteRange.whole(file.version().sizeBytes()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static byte[] bytes(PinnedFile file, ByteRange range) {
        try (InputStream content = file.content(range)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every key at the head, in the order in which it is listed. */
    final List<String> keys(BranchId branch) {
        return fileSystem()
                .lister()
                .list(new ListingQuery(branch, CommitRef.HEAD, "", Optional.empty(), Optional.empty(), 1000))
                .entries()
                .stream()
                .map(ListingEntry::name)
                .toList();
    }

    static void assertRefused(FailureKind kind, ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).as("a failure of kind %s", kind).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
    }
}
