package com.example.folderfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTest {
    private static final BranchId BRANCH = BranchId.of("master", "repo");

    private final Path temporary;
    private final FolderUnderTest folder;
    private final FileSystem files;

    FolderTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.folder = new FolderUnderTest(temporary);
        this.files = folder.ports();
    }

    @BeforeEach
    void makeTheBranch() {
        folder.makeBranch(BRANCH);
    }

    private FileLookup open(String key) {
        return files.reader().open(BRANCH, CommitRef.HEAD, new ObjectKey(key));
    }

    private PinnedFile pinned(String key) {
        return ((FileLookup.Found) open(key)).file();
    }

    private List<String> names() {
        ListingQuery all = new ListingQuery(BRANCH, CommitRef.HEAD, "", Optional.empty(), Optional.empty(), 100);
        return files.lister().list(all).entries().stream()
                .map(ListingEntry::name)
                .toList();
    }

    private CommitInfo head() {
        return files.reader().resolve(BRANCH, CommitRef.HEAD);
    }

    private EntityTag tag(String key) {
        try (PinnedFile file = pinned(key)) {
            return file.version().etag();
        }
    }

    @Test
    void nothingBehindASymbolicLinkShows() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.path(BRANCH).resolve("link"), outside.resolve("secret"));
        Files.createSymbolicLink(folder.path(BRANCH).resolve("links"), outside);
        Files.createSymbolicLink(folder.root().resolve("linked"), outside);
        assertThat(names()).isEmpty();
        for (String key : List.of("link", "links/secret", "../../outside/secret", "/../../outside/secret")) {
            assertThat(open(key)).as(key).isInstanceOf(FileLookup.Absent.class);
        }
        assertThat(files.branches().find(BranchId.of("master", "linked"))).isEmpty();
        assertThat(files.branches().list(Optional.empty(), 10))
                .extracting(BranchInfo::id)
                .containsExactly(BRANCH);
    }

    @Test
    void whatNoNameFitsDoesNotShow() throws IOException {
        Files.createDirectory(folder.root().resolve(".hidden"));
        Files.writeString(folder.root().resolve("file"), "no folder");
        Path deep = folder.path(BRANCH);
        for (int i = 0; i < 6; i++) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("f"), "no key");
        Files.writeString(folder.path(BRANCH).resolve("é 日"), "a key");
        assertThat(files.branches().list(Optional.empty(), 10))
                .extracting(BranchInfo::id)
                .containsExactly(BRANCH);
        assertThat(names()).containsExactly("é 日");
    }

    @Test
    void headAndTagsStayWhileNothingChangesAndChangeWithTheirFile() {
        folder.writeFile(BRANCH, new ObjectKey("a"), new byte[] {1});
        folder.writeFile(BRANCH, new ObjectKey("b"), new byte[] {1});
        CommitInfo head = head();
        EntityTag a = tag("a");
        EntityTag b = tag("b");
        assertThat(a).isNotEqualTo(b);
        assertThat(head()).isEqualTo(head);
        folder.writeFile(BRANCH, new ObjectKey("a"), new byte[] {1, 2});
        assertThat(head().id()).isNotEqualTo(head.id());
        assertThat(tag("a")).isNotEqualTo(a);
        assertThat(tag("b")).isEqualTo(b);
    }

    @Test
    void aFileThatIsCutShortUnderAReaderIsAFailureAndNotAnEnd() throws IOException {
        folder.writeFile(BRANCH, new ObjectKey("a"), new byte[100]);
        try (PinnedFile file = pinned("a");
                InputStream content = file.content(ByteRange.whole(100))) {
            assertThat(content.readNBytes(10)).hasSize(10);
            Files.write(folder.path(BRANCH).resolve("a"), new byte[50]);
            assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRootThatIsGoneIsUnavailableAndNotEmpty() {
        folder.removeBranch(BRANCH);
        folder.root().toFile().delete();
        assertThat(folder.root()).doesNotExist();
        for (Runnable read : List.<Runnable>of(
                () -> files.branches().list(Optional.empty(), 10),
                () -> files.branches().find(BRANCH),
                this::head,
                this::names)) {
            assertThatThrownBy(read::run)
                    .isInstanceOfSatisfying(
                            GatewayFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE));
        }
    }
}
