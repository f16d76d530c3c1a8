package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.CopyObjectUseCase.Command;
import io.pfsgateway.application.port.in.CopyObjectUseCase.Result;
import io.pfsgateway.application.port.in.CopyObjectUseCase.Source;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.service.CopyObjectService;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.condition.TagMatch;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a copy takes along, what it refuses, and what it leaves alone. */
final class CopyObjectTest extends ServiceTest {
    private static final ObjectAttributes RICH = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/plain"),
            new TreeMap<>(Map.of("colour", "green")),
            new TreeMap<>(Map.of("tag", "1")),
            List.of(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==")));
    private static final ObjectAttributes OTHER = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/csv"), new TreeMap<>(), new TreeMap<>(), List.of());

    private final CopyObjectService service =
            new CopyObjectService(files.reader(), files.committer(), LastModifiedRule.OBJECT);

    private static Source source(BucketName bucket, String key, Optional<String> version) {
        return new Source(bucket, key(key), version.map(CommitRef::parse), ReadConditions.NONE);
    }

    private static Source source(String key) {
        return source(BUCKET, key, Optional.empty());
    }

    private Result copy(Source source, String to) {
        return copy(source, to, Optional.empty(), Optional.empty());
    }

    private Result copy(
            Source source, String to, Optional<ObjectAttributes> attributes, Optional<SortedMap<String, String>> tags) {
        return service.copyObject(new Command(ANYONE, source, BUCKET, key(to), attributes, tags, WriteCondition.NONE));
    }

    private ObjectAttributes attributes(String key) {
        try (GetObjectUseCase.Result result = get(BUCKET, key, Optional.empty())) {
            return result.file().attributes();
        }
    }

    /** What was put with {@link #RICH}, checksum and all. */
    private void putRich() {
        put("plain", "hello");
        files.committer()
                .copy(
                        new FileLocation(BUCKET.branch(), head().id(), key("plain")),
                        new FileTarget(BUCKET.branch(), key("a"), RICH, WriteCondition.NONE));
    }

    @Test
    void keepsEveryAttributeUnlessOthersAreGiven() {
        putRich();
        copy(source("a"), "b");
        assertThat(read("b")).isEqualTo("hello");
        assertThat(attributes("b")).isEqualTo(RICH);
    }

    @Test
    void replacesHeadersAndTagsApartAndKeepsTheChecksumsOfTheBytes() {
        putRich();
        SortedMap<String, String> tags = new TreeMap<>(Map.of("tag", "2"));
        copy(source("a"), "headers", Optional.of(OTHER), Optional.empty());
        copy(source("a"), "tags", Optional.empty(), Optional.of(tags));
        copy(source("a"), "both", Optional.of(OTHER), Optional.of(tags));
        assertThat(attributes("headers")).isEqualTo(OTHER.withTags(RICH.tags()).withChecksums(RICH.checksums()));
        assertThat(attributes("tags")).isEqualTo(RICH.withTags(tags));
        assertThat(attributes("both")).isEqualTo(OTHER.withTags(tags).withChecksums(RICH.checksums()));
    }

    @Test
    void tellsTheCommitItMadeAndTheVersionItCopied() {
        CommitId writer = put("a", "text");
        put("b", "later");
        Result newest = copy(source("a"), "c");
        assertThat(newest.versionId()).contains(head().id());
        assertThat(newest.sourceVersionId()).isEqualTo(writer);
        CommitId read = head().id();
        assertThat(copy(source(BUCKET, "a", Optional.of("HEAD")), "d").sourceVersionId())
                .isEqualTo(read);
        assertThat(copy(source(at(read), "a", Optional.empty()), "e").sourceVersionId())
                .isEqualTo(read);
    }

    @Test
    void copiesOldVersionsAndBringsThemBackOntoThemselves() {
        CommitId first = put("a", "old");
        put("a", "new");
        copy(source(BUCKET, "a", Optional.of(first.value())), "b");
        assertThat(read("b")).isEqualTo("old");
        copy(source(at(first), "a", Optional.empty()), "a");
        assertThat(read("a")).isEqualTo("old");
        delete("a");
        copy(source(BUCKET, "a", Optional.of(first.value())), "a");
        assertThat(read("a")).isEqualTo("old");
    }

    @Test
    void refusesACopyOntoItselfThatChangesNothing() {
        CommitId writer = put("a", "text");
        put("b", "later");
        CommitInfo before = head();
        List<Source> same = List.of(
                source("a"),
                source(BUCKET, "a", Optional.of("HEAD")),
                source(BUCKET, "a", Optional.of(writer.value())),
                source(at(writer), "a", Optional.empty()));
        for (Source source : same) {
            assertRefused(FailureKind.INVALID_REQUEST, () -> copy(source, "a"));
        }
        assertThat(head()).isEqualTo(before);
        copy(source("a"), "a", Optional.of(OTHER), Optional.empty());
        assertThat(attributes("a")).isEqualTo(OTHER);
    }

    @Test
    void refusesWhatIsNotThereAsAReadDoesExceptForAMarker() {
        CommitId before = head().id();
        put("a", "text");
        delete("a");
        CommitId marker = head().id();
        assertRefused(FailureKind.NO_SUCH_KEY, () -> copy(source("a"), "b"));
        assertRefused(FailureKind.NO_SUCH_KEY, () -> copy(source("never"), "b"));
        assertRefused(FailureKind.NO_SUCH_VERSION, () -> copy(source(BUCKET, "a", Optional.of(before.value())), "b"));
        assertRefused(FailureKind.NO_SUCH_VERSION, () -> copy(source(BUCKET, "a", Optional.of(UNKNOWN.value())), "b"));
        assertRefused(FailureKind.INVALID_REQUEST, () -> copy(source(BUCKET, "a", Optional.of(marker.value())), "b"));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> copy(source(MISSING, "a", Optional.empty()), "b"));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> copy(source(at(UNKNOWN), "a", Optional.empty()), "b"));
        assertThat(head().id()).isEqualTo(marker);
    }

    @Test
    void takesAnUnchangedSourceForAFailedConditionToo() {
        put("a", "text");
        CommitInfo before = head();
        TagMatch other = new TagMatch(false, Set.of("other"));
        List<ReadConditions> failing = List.of(
                new ReadConditions(Optional.of(other), Optional.empty(), Optional.empty(), Optional.empty()),
                new ReadConditions(Optional.empty(), Optional.of(TagMatch.ANY), Optional.empty(), Optional.empty()),
                new ReadConditions(
                        Optional.empty(), Optional.empty(), Optional.of(before.finishedAt()), Optional.empty()));
        for (ReadConditions conditions : failing) {
            assertRefused(
                    FailureKind.PRECONDITION_FAILED,
                    () -> copy(new Source(BUCKET, key("a"), Optional.empty(), conditions), "b"));
        }
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void decidesTheWriteConditionOnTheTarget() {
        put("a", "text");
        put("b", "there");
        assertRefused(
                FailureKind.PRECONDITION_FAILED,
                () -> service.copyObject(
                        new Command(ANYONE, source("a"), BUCKET, key("b"), Optional.empty(), WriteCondition.ABSENT)));
        assertThat(read("b")).isEqualTo("there");
    }
}
