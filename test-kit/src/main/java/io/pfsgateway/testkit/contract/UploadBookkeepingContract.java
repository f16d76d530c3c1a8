package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ChecksumType;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.domain.upload.UploadPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link UploadRegistry} and {@link UploadEndings} promise of single calls; {@link UploadListingContract} and {@link
 * UploadRaceContract} have the rest. The store may be shared with other tests, so that each uses uploads of its own.
 */
public abstract class UploadBookkeepingContract {
    static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05.678Z");

    /** The store under test. */
    protected abstract UploadBookkeeping bookkeeping();

    private UploadRegistry registry() {
        return bookkeeping().registry();
    }

    private UploadEndings endings() {
        return bookkeeping().endings();
    }

    private static Upload newUpload() {
        return newUpload(BEGUN);
    }

    private static Upload newUpload(Instant begunAt) {
        return new Upload(
                UploadId.begunAt(begunAt),
                BranchId.of("master", "r" + UUID.randomUUID()),
                new ObjectKey("a"),
                ObjectAttributes.NONE,
                Optional.empty(),
                begunAt);
    }

    private Upload begun() {
        return begun(newUpload());
    }

    private Upload begun(Upload upload) {
        registry().begin(upload);
        return upload;
    }

    static RegisteredPart part(int number, String content) {
        UploadPart part = new UploadPart(
                new PartNumber(number),
                10L + number,
                new ContentHash("%064x".formatted(number)),
                Optional.of(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==")),
                BEGUN.plusMillis(number));
        return new RegisteredPart(part, new StagedContentId(content));
    }

    private static void assertNoSuchUpload(Upload upload, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        UploadFailure failure = catchThrowableOfType(UploadFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SUCH_UPLOAD);
        assertThat(failure.uploadId()).isEqualTo(upload.id().value());
    }

    @Nested
    class AnUpload {
        @Test
        void isFoundAsItWasBegun() {
            ObjectAttributes attributes = new ObjectAttributes(
                    Map.of(HeaderName.CONTENT_TYPE, "text/plain", HeaderName.CONTENT_LANGUAGE, "\u00e4 \ud83d\ude00"),
                    new TreeMap<>(Map.of("name", "v\u00e4lue", "empty", "")),
                    new TreeMap<>(Map.of("tag", "=&+ ")),
                    List.of());
            Upload upload = begun(new Upload(
                    UploadId.begunAt(BEGUN),
                    BranchId.of("master", "r" + UUID.randomUUID()),
                    new ObjectKey("dir/\u00e4/\ud83d\ude00 '\"\\%_"),
                    attributes,
                    Optional.of(new UploadChecksum(ChecksumAlgorithm.SHA256, ChecksumType.COMPOSITE)),
                    BEGUN));
            assertThat(registry().find(upload.id())).contains(upload);
        }

        @Test
        void mayHaveTheLongestKeyAndTheMostMetadata() {
            String longest = "\ud83d\ude00".repeat(256);
            ObjectAttributes attributes = new ObjectAttributes(
                    Map.of(HeaderName.CONTENT_DISPOSITION, "x".repeat(8000)),
                    new TreeMap<>(Map.of("m", "y".repeat(2047))),
                    new TreeMap<>(),
                    List.of());
            Upload upload = begun(new Upload(
                    UploadId.begunAt(BEGUN),
                    BranchId.of("master", "r" + UUID.randomUUID()),
                    new ObjectKey(longest),
                    attributes,
                    Optional.empty(),
                    BEGUN));
            assertThat(registry().find(upload.id())).contains(upload);
        }

        @Test
        void mayBeBegunAgainWithoutLosingItsParts() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(1, "one"));
            registry().begin(upload);
            assertThat(registry().parts(upload.id(), Optional.empty(), 10)).containsExactly(part(1, "one"));
        }

        @Test
        void thatWasNeverBegunIsNotThere() {
            Upload upload = newUpload();
            assertThat(registry().find(upload.id())).isEmpty();
            assertThat(registry().parts(upload.id(), Optional.empty(), 10)).isEmpty();
            assertThat(endings().tryCompletion(upload.id())).isEmpty();
            assertThat(endings().end(upload.id())).isEmpty();
            assertThat(endings().ended(List.of(upload.id()))).isEmpty();
            assertNoSuchUpload(upload, () -> registry().putPart(upload.id(), part(1, "one")));
        }
    }

    @Nested
    class Parts {
        @Test
        void areListedByTheirNumbersInPages() {
            Upload upload = begun();
            for (int number : new int[] {7, 10_000, 1, 300}) {
                assertThat(registry().putPart(upload.id(), part(number, "c" + number)))
                        .isEmpty();
            }
            assertThat(registry().parts(upload.id(), Optional.empty(), 10))
                    .containsExactly(part(1, "c1"), part(7, "c7"), part(300, "c300"), part(10_000, "c10000"));
            assertThat(registry().parts(upload.id(), Optional.of(new PartNumber(1)), 2))
                    .containsExactly(part(7, "c7"), part(300, "c300"));
            assertThat(registry().parts(upload.id(), Optional.of(new PartNumber(10_000)), 2))
                    .isEmpty();
        }

        @Test
        void mayHaveNoChecksum() {
            Upload upload = begun();
            UploadPart plain =
                    new UploadPart(new PartNumber(1), 0, new ContentHash("0".repeat(64)), Optional.empty(), BEGUN);
            RegisteredPart part = new RegisteredPart(plain, new StagedContentId("c"));
            registry().putPart(upload.id(), part);
            assertThat(registry().parts(upload.id(), Optional.empty(), 1)).containsExactly(part);
        }

        @Test
        void areReplacedAndTellWhatTheyReplace() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(1, "first"));
            assertThat(registry().putPart(upload.id(), part(1, "second"))).contains(new StagedContentId("first"));
            assertThat(registry().parts(upload.id(), Optional.empty(), 10)).containsExactly(part(1, "second"));
        }

        @Test
        void thatArePutAgainKeepTheirContent() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(1, "one"));
            assertThat(registry().putPart(upload.id(), part(1, "one"))).isEmpty();
            assertThat(registry().parts(upload.id(), Optional.empty(), 10)).containsExactly(part(1, "one"));
        }

        @Test
        void ofTwoUploadsAreApart() {
            Upload one = begun();
            Upload two = begun();
            registry().putPart(one.id(), part(1, "one"));
            assertThat(registry().putPart(two.id(), part(1, "two"))).isEmpty();
            assertThat(registry().parts(one.id(), Optional.empty(), 10)).containsExactly(part(1, "one"));
        }
    }

    @Nested
    class ACompletionThatIsTried {
        @Test
        void isToldEveryPart() {
            Upload upload = begun();
            for (int number = 1; number <= 1500; number++) {
                registry().putPart(upload.id(), part(number, "c" + number));
            }
            List<RegisteredPart> parts = endings().tryCompletion(upload.id()).orElseThrow();
            assertThat(parts).hasSize(1500).startsWith(part(1, "c1")).endsWith(part(1500, "c1500"));
        }

        @Test
        void leavesTheUploadOpenAndMayBeRepeated() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(1, "one"));
            endings().tryCompletion(upload.id());
            assertThat(registry().find(upload.id())).contains(upload);
            assertThat(endings().tryCompletion(upload.id())).contains(List.of(part(1, "one")));
        }

        @Test
        void keepsWhatIsReplacedAfterIt() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(1, "first"));
            endings().tryCompletion(upload.id());
            assertThat(registry().putPart(upload.id(), part(1, "second"))).isEmpty();
            assertThat(registry().parts(upload.id(), Optional.empty(), 10)).containsExactly(part(1, "second"));
            assertThat(endings().end(upload.id()).orElseThrow())
                    .containsExactlyInAnyOrder(new StagedContentId("first"), new StagedContentId("second"));
        }
    }

    @Nested
    class AnUploadThatHasEnded {
        private Upload ended() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(2, "two"));
            registry().putPart(upload.id(), part(1, "one"));
            assertThat(endings().end(upload.id()).orElseThrow())
                    .containsExactlyInAnyOrder(new StagedContentId("one"), new StagedContentId("two"));
            return upload;
        }

        @Test
        void isAsIfItHadNeverBeen() {
            Upload upload = ended();
            assertThat(registry().find(upload.id())).isEmpty();
            assertThat(registry().parts(upload.id(), Optional.empty(), 10)).isEmpty();
            assertThat(endings().tryCompletion(upload.id())).isEmpty();
            assertThat(endings().end(upload.id())).isEmpty();
            assertNoSuchUpload(upload, () -> registry().putPart(upload.id(), part(3, "three")));
        }

        @Test
        void isNotBegunAgain() {
            Upload upload = ended();
            registry().begin(upload);
            assertThat(registry().find(upload.id())).isEmpty();
        }

        @Test
        void isRememberedUntilItIsForgotten() {
            Upload upload = ended();
            Upload open = begun();
            assertThat(endings()
                            .ended(List.of(upload.id(), open.id(), newUpload().id())))
                    .isEqualTo(Set.of(upload.id()));
            endings().forget(Instant.now().minus(Duration.ofDays(1)));
            assertThat(endings().ended(List.of(upload.id()))).contains(upload.id());
            endings().forget(Instant.now().plus(Duration.ofDays(1)));
            assertThat(endings().ended(List.of(upload.id()))).isEmpty();
            assertThat(registry().find(open.id())).contains(open);
        }

        @Test
        void isAskedForAmongManyOrNone() {
            Upload upload = ended();
            List<UploadId> many = new java.util.ArrayList<>(List.of(upload.id()));
            for (int count = 0; count < 1000; count++) {
                many.add(UploadId.begunAt(BEGUN));
            }
            assertThat(endings().ended(many)).isEqualTo(Set.of(upload.id()));
            assertThat(endings().ended(List.of())).isEmpty();
        }

        @Test
        void endsWithAllItsPartsAfterACompletionWasTried() {
            Upload upload = begun();
            registry().putPart(upload.id(), part(1, "one"));
            endings().tryCompletion(upload.id());
            assertThat(endings().end(upload.id())).contains(List.of(new StagedContentId("one")));
            assertThat(registry().find(upload.id())).isEmpty();
        }
    }

    @Nested
    class WhatIsDue {
        private List<UploadId> due(Instant begunBefore, Set<UploadId> mine) {
            List<UploadId> all = new java.util.ArrayList<>();
            Optional<UploadId> after = Optional.empty();
            while (true) {
                List<Upload> page = endings().due(begunBefore, after, 2);
                page.stream().map(Upload::id).filter(mine::contains).forEach(all::add);
                if (page.size() < 2) {
                    return all;
                }
                after = Optional.of(page.get(1).id());
            }
        }

        @Test
        void isOldOrTriedAndComesInPages() {
            Upload old = begun(newUpload(BEGUN.minusSeconds(20)));
            Upload older = begun(newUpload(BEGUN.minusSeconds(30)));
            Upload young = begun(newUpload(BEGUN.plusSeconds(20)));
            Upload tried = begun(newUpload(BEGUN.plusSeconds(30)));
            endings().tryCompletion(tried.id());
            Upload ended = begun(newUpload(BEGUN.minusSeconds(40)));
            endings().end(ended.id());
            Set<UploadId> mine = Set.of(old.id(), older.id(), young.id(), tried.id(), ended.id());
            assertThat(due(BEGUN, mine)).containsExactly(older.id(), old.id(), tried.id());
        }

        @Test
        void isWhatWasBegunBeforeTheVeryInstant() {
            Upload upload = begun();
            assertThat(due(BEGUN, Set.of(upload.id()))).isEmpty();
            assertThat(due(BEGUN.plusMillis(1), Set.of(upload.id()))).containsExactly(upload.id());
        }
    }
}
