package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.GetObjectUseCase.Outcome;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.service.GetObjectService;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.condition.TagMatch;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.RangeRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader gets: the right version, the right stretch of it, or the right refusal. */
final class GetObjectTest extends ServiceTest {
    private static final ReadConditions OTHER_TAG = new ReadConditions(
            Optional.of(new TagMatch(false, Set.of("other"))), Optional.empty(), Optional.empty(), Optional.empty());
    private static final ReadConditions NOT_THERE =
            new ReadConditions(Optional.empty(), Optional.of(TagMatch.ANY), Optional.empty(), Optional.empty());

    private GetObjectUseCase.Result get(
            String key, ReadConditions conditions, Optional<RangeRequest> range, OptionalInt part) {
        return new GetObjectService(files.reader(), LastModifiedRule.OBJECT)
                .getObject(new GetObjectUseCase.Query(
                        ANYONE, BUCKET, key(key), Optional.empty(), conditions, range, part));
    }

    private GetObjectUseCase.Result range(String key, OptionalLong first, OptionalLong last) {
        return get(key, ReadConditions.NONE, Optional.of(new RangeRequest(first, last)), OptionalInt.empty());
    }

    private GetObjectUseCase.Result part(String key, int number) {
        return get(key, ReadConditions.NONE, Optional.empty(), OptionalInt.of(number));
    }

    @Nested
    class Versions {
        @Test
        void isTheWritersCommitWhenNoneWasAskedFor() {
            CommitId writer = put("a", "text");
            put("b", "later");
            try (GetObjectUseCase.Result result = GetObjectTest.this.get(BUCKET, "a", Optional.empty())) {
                assertThat(result.outcome()).isEqualTo(Outcome.WHOLE);
                assertThat(result.versionId()).isEqualTo(writer);
                assertThat(text(result)).isEqualTo("text");
            }
        }

        @Test
        void isTheCommitReadWhenOneWasAskedFor() {
            put("a", "old");
            CommitId asked = put("b", "between");
            put("a", "new");
            try (GetObjectUseCase.Result result = GetObjectTest.this.get(BUCKET, "a", Optional.of(asked.value()))) {
                assertThat(result.versionId()).isEqualTo(asked);
                assertThat(text(result)).isEqualTo("old");
            }
            try (GetObjectUseCase.Result result = GetObjectTest.this.get(at(asked), "a", Optional.empty())) {
                assertThat(result.versionId()).isEqualTo(asked);
            }
        }

        @Test
        void countsCaretsFromTheHeadAndInACommitFromThatCommit() {
            put("a", "1");
            CommitId second = put("a", "2");
            put("a", "3");
            assertThat(read(BUCKET, "a", Optional.of("HEAD"))).isEqualTo("3");
            assertThat(read(BUCKET, "a", Optional.of("HEAD^^"))).isEqualTo("1");
            assertThat(read(at(second), "a", Optional.of("HEAD"))).isEqualTo("2");
            assertThat(read(at(second), "a", Optional.of("HEAD^"))).isEqualTo("1");
            assertThat(read(at(second), "a", Optional.of(second + "^"))).isEqualTo("1");
        }

        @Test
        void thatAreNotThereAreToldApartFromBucketsThatAreNot() {
            CommitId first = put("a", "1");
            Optional<String> unknown = Optional.of(UNKNOWN.value());
            Optional<String> tooOld = Optional.of("HEAD^99");
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> read(BUCKET, "a", unknown));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> read(BUCKET, "a", tooOld));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> read(at(first), "a", unknown));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> read(at(first), "a", tooOld));
            for (String version : List.of(first.value(), "HEAD", "HEAD^99", UNKNOWN.value())) {
                assertRefused(FailureKind.NO_SUCH_BUCKET, () -> read(at(UNKNOWN), "a", Optional.of(version)));
            }
        }

        @Test
        void ofADeletedObjectAreMissingExceptForTheMarkerItself() {
            CommitId written = put("a", "text");
            delete("a");
            CommitId marker = head().id();
            CommitId later = put("b", "later");
            assertRefused(FailureKind.NO_SUCH_KEY, () -> read("a"));
            assertRefused(FailureKind.NO_SUCH_KEY, () -> read(at(later), "a", Optional.empty()));
            assertRefused(FailureKind.DELETE_MARKER, () -> read(BUCKET, "a", Optional.of(marker.value())));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> read(BUCKET, "a", Optional.of(later.value())));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> read(BUCKET, "never", Optional.of("HEAD")));
            assertThat(read(BUCKET, "a", Optional.of(written.value()))).isEqualTo("text");
        }
    }

    @Nested
    class Conditions {
        @Test
        void decideBeforeRangesAndSendNothingWhenTheyFail() {
            put("a", "text");
            Optional<RangeRequest> beyond = Optional.of(new RangeRequest(OptionalLong.of(99), OptionalLong.empty()));
            try (GetObjectUseCase.Result failed = get("a", OTHER_TAG, beyond, OptionalInt.empty());
                    GetObjectUseCase.Result unchanged = get("a", NOT_THERE, beyond, OptionalInt.empty())) {
                assertThat(failed.outcome()).isEqualTo(Outcome.PRECONDITION_FAILED);
                assertThat(unchanged.outcome()).isEqualTo(Outcome.NOT_MODIFIED);
                assertThat(failed.range().length()).isZero();
                assertThat(text(failed)).isEmpty();
                assertThat(text(unchanged)).isEmpty();
                assertThat(unchanged.file().sizeBytes()).isEqualTo(4);
            }
        }

        @ParameterizedTest
        @CsvSource({"OBJECT, NOT_MODIFIED", "HEAD, WHOLE"})
        void areDecidedOnTheTimeThatIsShown(LastModifiedRule rule, Outcome outcome) {
            put("a", "text");
            CommitInfo writer = head();
            put("b", "later");
            Instant shown = rule == LastModifiedRule.OBJECT ? writer.finishedAt() : head().finishedAt();
            ReadConditions sinceWritten = new ReadConditions(
                    Optional.empty(), Optional.empty(), Optional.of(writer.finishedAt()), Optional.empty());
            GetObjectUseCase.Query query = new GetObjectUseCase.Query(
                    ANYONE, BUCKET, key("a"), Optional.empty(), sinceWritten, Optional.empty(), OptionalInt.empty());
            try (GetObjectUseCase.Result result = new GetObjectService(files.reader(), rule).getObject(query)) {
                assertThat(result.outcome()).isEqualTo(outcome);
                assertThat(result.file().lastModified()).isEqualTo(shown);
            }
        }
    }

    @Nested
    class Stretches {
        @Test
        void areCutToTheObject() {
            put("a", "0123456789");
            try (GetObjectUseCase.Result middle = range("a", OptionalLong.of(2), OptionalLong.of(4));
                    GetObjectUseCase.Result tail = range("a", OptionalLong.of(7), OptionalLong.of(999));
                    GetObjectUseCase.Result suffix = range("a", OptionalLong.empty(), OptionalLong.of(3));
                    GetObjectUseCase.Result all = range("a", OptionalLong.of(0), OptionalLong.empty())) {
                assertThat(middle.outcome()).isEqualTo(Outcome.PARTIAL);
                assertThat(middle.range()).isEqualTo(new ByteRange(2, 3));
                assertThat(text(middle)).isEqualTo("234");
                assertThat(text(tail)).isEqualTo("789");
                assertThat(text(suffix)).isEqualTo("789");
                assertThat(all.outcome()).isEqualTo(Outcome.PARTIAL);
                assertThat(text(all)).isEqualTo("0123456789");
            }
        }

        @Test
        void thatHoldNoByteAreRefusedAndAnEmptyObjectHasNone() {
            put("a", "0123456789");
            put("empty", "");
            assertRefused(
                    FailureKind.RANGE_NOT_SATISFIABLE, () -> range("a", OptionalLong.of(10), OptionalLong.empty()));
            assertRefused(
                    FailureKind.RANGE_NOT_SATISFIABLE, () -> range("a", OptionalLong.empty(), OptionalLong.of(0)));
            assertRefused(
                    FailureKind.RANGE_NOT_SATISFIABLE, () -> range("empty", OptionalLong.of(0), OptionalLong.empty()));
            assertRefused(
                    FailureKind.RANGE_NOT_SATISFIABLE, () -> range("empty", OptionalLong.empty(), OptionalLong.of(5)));
        }
    }

    @Nested
    class Parts {
        private StagedContentId stage(String text) {
            ContentStaging staging = files.staging();
            try (PendingStagedContent pending = staging.begin("upload", OptionalLong.empty())) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                pending.write(bytes, 0, bytes.length);
                return pending.stage(Optional.empty()).id();
            }
        }

        private void assemble(String key, String... texts) {
            List<PartSource> parts = new ArrayList<>();
            for (String text : texts) {
                parts.add(new PartSource(stage(text), Optional.empty()));
            }
            files.committer()
                    .assemble(
                            key,
                            parts,
                            new FileTarget(BUCKET.branch(), key(key), ObjectAttributes.NONE, WriteCondition.NONE));
        }

        @Test
        void areReadOneByOne() {
            assemble("a", "one,", "two,", "three");
            try (GetObjectUseCase.Result first = part("a", 1);
                    GetObjectUseCase.Result last = part("a", 3)) {
                assertThat(first.outcome()).isEqualTo(Outcome.PARTIAL);
                assertThat(first.partCount()).isEqualTo(3);
                assertThat(text(first)).isEqualTo("one,");
                assertThat(last.range()).isEqualTo(new ByteRange(8, 5));
                assertThat(text(last)).isEqualTo("three");
            }
        }

        @Test
        void ofAPlainObjectAreOne() {
            put("a", "text");
            try (GetObjectUseCase.Result result = part("a", 1)) {
                assertThat(result.outcome()).isEqualTo(Outcome.PARTIAL);
                assertThat(result.partCount()).isEqualTo(1);
                assertThat(text(result)).isEqualTo("text");
            }
            assertRefused(FailureKind.NO_SUCH_PART, () -> part("a", 2));
            assertRefused(FailureKind.NO_SUCH_PART, () -> part("a", 0));
        }

        @Test
        void withoutBytesCannotBeAStretch() {
            put("empty", "");
            assemble("a", "one", "");
            try (GetObjectUseCase.Result result = part("empty", 1)) {
                assertThat(result.outcome()).isEqualTo(Outcome.WHOLE);
                assertThat(text(result)).isEmpty();
            }
            assertRefused(FailureKind.RANGE_NOT_SATISFIABLE, () -> part("a", 2));
        }
    }

    @Test
    void aReadUnderWayGoesOnWhateverIsDeleted() {
        put("a", "text");
        try (GetObjectUseCase.Result result = get(BUCKET, "a", Optional.empty())) {
            delete("a");
            files.branches().delete(BUCKET.branch());
            assertThat(text(result)).isEqualTo("text");
        }
    }

    @Test
    void anAncestorOnAForkIsReadThroughTheFork() {
        put("a", "1");
        CommitId shared = head().id();
        BucketName fork = BucketName.parse("fork.repo");
        memory.fork(BUCKET.branch(), CommitRef.HEAD, fork.branch());
        put("a", "2");
        assertThat(read(fork, "a", Optional.of(shared.value()))).isEqualTo("1");
        assertRefused(
                FailureKind.NO_SUCH_VERSION,
                () -> read(fork, "a", Optional.of(head().id().value())));
    }
}
