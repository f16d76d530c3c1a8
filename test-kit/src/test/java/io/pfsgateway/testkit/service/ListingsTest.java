package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.ListObjectVersionsUseCase;
import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.application.service.ListObjectVersionsService;
import io.pfsgateway.application.service.ListObjectsService;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Listings of a branch, of a commit, and of a branch as an earlier page saw it. */
final class ListingsTest extends ServiceTest {
    private ListingPage list(BucketName bucket, Optional<CommitId> pinnedTo, LastModifiedRule rule) {
        return new ListObjectsService(files.lister(), rule)
                .listObjects(new ListObjectsUseCase.Query(
                        ANYONE, bucket, "", Optional.of("/"), Optional.empty(), pinnedTo, 1000));
    }

    private ListingPage list(BucketName bucket, Optional<CommitId> pinnedTo) {
        return list(bucket, pinnedTo, LastModifiedRule.OBJECT);
    }

    private static List<String> names(ListingPage page) {
        return page.entries().stream().map(ListingEntry::name).toList();
    }

    private VersionPage versions(BucketName bucket, Optional<String> after, Optional<CommitId> version) {
        return new ListObjectVersionsService(files.history(), files.lister(), files.reader())
                .listObjectVersions(new ListObjectVersionsUseCase.Query(
                        ANYONE, bucket, "", Optional.empty(), after, version, 1000));
    }

    @Test
    void showTheHeadUnlessTheyArePinned() {
        put("a", "1");
        CommitId first = head().id();
        put("b", "2");
        assertThat(names(list(BUCKET, Optional.empty()))).containsExactly("a", "b");
        assertThat(list(BUCKET, Optional.empty()).commit()).isEqualTo(head());
        assertThat(names(list(BUCKET, Optional.of(first)))).containsExactly("a");
        assertThat(names(list(at(first), Optional.empty()))).containsExactly("a");
        assertThat(names(list(at(first), Optional.of(first)))).containsExactly("a");
    }

    @Test
    void tellALostPinFromABucketThatIsNotThere() {
        put("a", "1");
        CommitId head = head().id();
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> list(BUCKET, Optional.of(UNKNOWN)));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> list(at(head), Optional.of(UNKNOWN)));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> list(at(UNKNOWN), Optional.empty()));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> list(at(UNKNOWN), Optional.of(UNKNOWN)));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> list(MISSING, Optional.of(UNKNOWN)));
    }

    @Test
    void showTheTimeThatTheRuleNames() {
        put("a", "1");
        Instant written = head().finishedAt();
        put("dir/b", "2");
        Instant read = head().finishedAt();
        assertThat(times(LastModifiedRule.OBJECT)).containsExactly(Optional.of(written), Optional.empty());
        assertThat(times(LastModifiedRule.HEAD)).containsExactly(Optional.of(read), Optional.empty());
    }

    private List<Optional<Instant>> times(LastModifiedRule rule) {
        return list(BUCKET, Optional.empty(), rule).entries().stream()
                .map(entry -> entry.file().map(FileVersion::lastModified))
                .toList();
    }

    @Test
    void ofVersionsShowTheHistoryOfABranch() {
        put("a", "1");
        CommitInfo written = head();
        delete("a");
        CommitInfo deleted = head();
        VersionPage page = versions(BUCKET, Optional.empty(), Optional.empty());
        assertThat(page.entries())
                .extracting(VersionEntry::commit)
                .containsExactly(Optional.of(deleted), Optional.of(written));
        assertThat(versions(BUCKET, Optional.of("a"), Optional.of(deleted.id())).entries())
                .extracting(VersionEntry::commit)
                .containsExactly(Optional.of(written));
    }

    @Test
    void ofVersionsShowEachObjectOfACommitOnce() {
        put("a", "1");
        put("a", "2");
        CommitInfo second = head();
        put("b", "3");
        CommitId commit = head().id();
        delete("a", "b");
        VersionPage page = versions(at(commit), Optional.empty(), Optional.empty());
        assertThat(page.entries()).extracting(VersionEntry::name).containsExactly("a", "b");
        assertThat(page.entries()).allMatch(VersionEntry::latest);
        assertThat(page.entries().get(0).commit()).contains(second);
        assertThat(versions(at(commit), Optional.of("a"), Optional.of(second.id()))
                        .entries())
                .extracting(VersionEntry::name)
                .containsExactly("b");
    }

    @Test
    void ofVersionsRefuseAMarkerThatIsNotOfTheBucket() {
        put("a", "1");
        CommitId head = head().id();
        Optional<CommitId> unknown = Optional.of(UNKNOWN);
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> versions(BUCKET, Optional.of("a"), unknown));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> versions(at(head), Optional.of("a"), unknown));
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> versions(BUCKET, Optional.empty(), Optional.of(head)));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> versions(at(UNKNOWN), Optional.of("a"), unknown));
    }
}
