package io.pfsgateway.adapter.out.pfs.grpc;

import static io.pfsgateway.adapter.out.pfs.grpc.PachdExtension.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GrpcFileWriterTest {
    private static final ObjectKey KEY = new ObjectKey("dir/k");

    @RegisterExtension
    final PachdExtension server = new PachdExtension();

    private CommitId head() {
        return server.reader().resolve(MASTER, CommitRef.HEAD).id();
    }

    private PendingFile begin(String key) {
        return server.writer().begin(MASTER, new ObjectKey(key));
    }

    private static CommittedFile commit(PendingFile file) {
        return file.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty());
    }

    private byte[] content(ObjectKey key) throws IOException {
        FileLookup lookup = server.reader().open(MASTER, CommitRef.HEAD, key);
        try (var file = ((FileLookup.Found) lookup).file();
                InputStream in = file.content(ByteRange.whole(file.version().sizeBytes()))) {
            return in.readAllBytes();
        }
    }

    private static void assertFails(ThrowingCallable call, FailureKind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        GatewayFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Nested
    class Committing {
        @Test
        void makesOneCommitOfAllBytesAndNamesIt() throws IOException {
            byte[] bytes = new byte[3_500_000];
            new Random(7).nextBytes(bytes);
            CommitId before = head();
            try (PendingFile file = begin("dir/k")) {
                file.write(bytes, 0, 1);
                file.write(bytes, 1, bytes.length - 1);
                assertThat(head()).isEqualTo(before);
                CommittedFile committed = commit(file);
                assertThat(committed.commit()).contains(head());
                assertThat(committed.version().commit()).isEqualTo(head());
                assertThat(committed.version().sizeBytes()).isEqualTo(bytes.length);
            }
            assertThat(server.reader().resolve(MASTER, CommitRef.parse("HEAD^")).id())
                    .isEqualTo(before);
            assertThat(content(KEY)).isEqualTo(bytes);
        }

        @Test
        void takesThePlaceOfWhatWasThere() throws IOException {
            server.put("dir/k", "something longer");
            server.put("dir/k", "new");
            assertThat(content(KEY)).asString(StandardCharsets.UTF_8).isEqualTo("new");
        }

        @Test
        void makesAnEmptyFileOfNoBytes() throws IOException {
            try (PendingFile file = begin("dir/k")) {
                assertThat(commit(file).version().sizeBytes()).isZero();
            }
            assertThat(content(KEY)).isEmpty();
        }

        @Test
        void leavesTheCommitUnnamedWhenOthersCameBetween() {
            server.pachd.beforeCommit = () -> server.pachd.repo.commit(PfsMessages.branch(MASTER), new TreeMap<>());
            try (PendingFile file = begin("dir/k")) {
                assertThat(commit(file).commit()).isEmpty();
            }
        }

        @Test
        void costsSevenRoundTripsForANewFileInADirectoryThatIsThere() {
            server.put("dir/other", "x");
            server.pachd.takeCalls();
            server.put("dir/k", "x");
            assertThat(server.pachd.takeCalls())
                    .containsExactly(
                            "InspectBranch",
                            "ModifyFile",
                            "InspectCommit",
                            "InspectFile",
                            "InspectFile",
                            "InspectFile",
                            "InspectCommit");
        }
    }

    @Nested
    class Refusing {
        @Test
        void aMissingBranchWithoutMakingIt() {
            BranchId missing = BranchId.of("none", "r");
            assertFails(() -> server.writer().begin(missing, KEY), FailureKind.NO_SUCH_BUCKET);
            assertThat(server.pachd.calls).doesNotContain("ModifyFile");
        }

        @Test
        void aBranchThatHasGoneWithoutMakingItAgain() {
            try (PendingFile file = begin("dir/k")) {
                server.pachd.repo.deleteBranch(PfsMessages.branch(MASTER));
                assertFails(() -> commit(file), FailureKind.NO_SUCH_BUCKET);
            }
            assertThat(server.pachd.repo.head(PfsMessages.branch(MASTER))).isEmpty();
        }

        @Test
        void aKeyThatPachdCannotHold() {
            assertFails(() -> begin("a*"), FailureKind.KEY_NOT_REPRESENTABLE);
        }

        @Test
        void aFileWhereADirectoryIs() {
            server.put("dir/k", "x");
            CommitId before = head();
            try (PendingFile file = begin("dir")) {
                assertFails(() -> commit(file), FailureKind.PATH_COLLISION);
            }
            assertThat(head()).isEqualTo(before);
        }

        @Test
        void aDirectoryWhereAFileIsHoweverFarAbove() {
            server.put("a/b", "x");
            for (String key : List.of("a/b/c", "a/b/c/d/e")) {
                try (PendingFile file = begin(key)) {
                    assertFails(() -> commit(file), FailureKind.PATH_COLLISION);
                }
            }
        }

        @Test
        void bytesThatAreNotThoseAnnounced() {
            CommitId before = head();
            try (PendingFile file = begin("dir/k")) {
                file.write(new byte[] {1}, 0, 1);
                Optional<ContentHash> announced = Optional.of(ContentHash.of(new byte[32]));
                assertFails(
                        () -> file.commit(ObjectAttributes.NONE, WriteCondition.NONE, announced),
                        FailureKind.CONTENT_HASH_MISMATCH);
            }
            assertThat(head()).isEqualTo(before);
        }

        @Test
        void attributesAndConditionsRatherThanDropThem() {
            ObjectAttributes typed = new ObjectAttributes(
                    Map.of(HeaderName.CONTENT_TYPE, "text/plain"), new TreeMap<>(), new TreeMap<>(), List.of());
            try (PendingFile file = begin("dir/k")) {
                assertFails(
                        () -> file.commit(typed, WriteCondition.NONE, Optional.empty()), FailureKind.NOT_IMPLEMENTED);
                assertFails(
                        () -> file.commit(ObjectAttributes.NONE, WriteCondition.ABSENT, Optional.empty()),
                        FailureKind.NOT_IMPLEMENTED);
            }
        }

        @Test
        void anOutputBranch() {
            server.pachd.beforeCommit = () -> {
                throw Status.UNKNOWN
                        .withDescription("cannot start a commit on an output branch: default/r@master")
                        .asRuntimeException();
            };
            try (PendingFile file = begin("dir/k")) {
                assertFails(() -> commit(file), FailureKind.OUTPUT_BRANCH);
            }
        }
    }

    @Nested
    class Losing {
        @Test
        void nothingIsLeftOfAFileThatIsClosedUncommitted() throws InterruptedException {
            CommitId before = head();
            PendingFile file = begin("dir/k");
            file.write(new byte[10], 0, 10);
            file.close();
            file.close();
            assertThat(server.pachd.writeCancelled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(head()).isEqualTo(before);
            assertThatThrownBy(() -> file.write(new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void aConnectionLostBeforeTheCommitIsUnavailable() {
            try (PendingFile file = begin("dir/k")) {
                server.stop();
                assertFails(
                        () -> {
                            file.write(new byte[1], 0, 1);
                            commit(file);
                        },
                        FailureKind.FILE_SYSTEM_UNAVAILABLE);
            }
        }

        @Test
        void aConnectionLostDuringTheCommitLeavesTheOutcomeUnknown() {
            server.pachd.beforeCommit = () -> {
                throw PachdInMemory.lost();
            };
            try (PendingFile file = begin("dir/k")) {
                assertFails(() -> commit(file), FailureKind.OUTCOME_UNKNOWN);
            }
        }

        @Test
        void aConnectionLostAfterTheCommitLeavesTheOutcomeUnknown() throws IOException {
            server.pachd.afterCommit = () -> {
                throw PachdInMemory.lost();
            };
            try (PendingFile file = begin("dir/k")) {
                file.write(new byte[] {7}, 0, 1);
                assertFails(() -> commit(file), FailureKind.OUTCOME_UNKNOWN);
            }
            assertThat(content(KEY)).containsExactly(7);
        }

        @Test
        void aCommitThatCannotBeLookedAtIsNotDenied() {
            Runnable lost = () -> {
                throw PachdInMemory.lost();
            };
            server.pachd.afterCommit = () -> server.pachd.beforeEachAnswer = lost;
            try (PendingFile file = begin("dir/k")) {
                assertFails(() -> commit(file), FailureKind.OUTCOME_UNKNOWN);
            }
        }

        @Test
        void aFileThatSomeoneElseChangedAtOnceIsNotTakenForOurs() {
            server.pachd.afterCommit = () -> {
                TreeMap<String, ByteString> files = new TreeMap<>();
                files.put("/dir/k", ByteString.copyFromUtf8("theirs"));
                server.pachd.repo.commit(PfsMessages.branch(MASTER), files);
            };
            try (PendingFile file = begin("dir/k")) {
                assertFails(() -> commit(file), FailureKind.OUTCOME_UNKNOWN);
            }
        }
    }
}
