package io.pfsgateway.adapter.out.pfs.grpc;

import static io.pfsgateway.adapter.out.pfs.grpc.PachdExtension.MASTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GrpcCommitReaderTest {
    private static final ObjectKey KEY = new ObjectKey("dir/k");
    private static final CommitId UNKNOWN = new CommitId("0123456789ab4def8123456789abcdef");

    @RegisterExtension
    final PachdExtension server = new PachdExtension();

    private CommitId head() {
        return server.reader().resolve(MASTER, CommitRef.HEAD).id();
    }

    private static void assertFails(ThrowingCallable call, FailureKind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        GatewayFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private PinnedFile found(CommitRef ref, ObjectKey key) {
        return ((FileLookup.Found) server.reader().open(MASTER, ref, key)).file();
    }

    private static String text(PinnedFile file, ByteRange range) throws IOException {
        try (InputStream in = file.content(range)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Nested
    class Resolving {
        @Test
        void countsCaretsBackFromTheHead() {
            CommitId first = head();
            server.put("a", "1");
            CommitId second = head();
            server.put("a", "2");
            assertThat(server.reader().resolve(MASTER, CommitRef.parse("HEAD^")).id())
                    .isEqualTo(second);
            assertThat(server.reader()
                            .resolve(MASTER, CommitRef.parse("HEAD^^"))
                            .id())
                    .isEqualTo(first);
            assertThat(server.reader()
                            .resolve(MASTER, CommitRef.parse(second + "^"))
                            .id())
                    .isEqualTo(first);
            assertThat(server.reader().resolve(MASTER, CommitRef.to(second)).id())
                    .isEqualTo(second);
        }

        @Test
        void datesACommitByWhenItsChangesWereClosed() {
            assertThat(server.reader().resolve(MASTER, CommitRef.HEAD).finishedAt())
                    .isEqualTo(Instant.ofEpochSecond(1_000));
        }

        @Test
        void refusesMoreCaretsThanAncestors() {
            assertFails(() -> server.reader().resolve(MASTER, CommitRef.parse("HEAD^9")), FailureKind.NO_SUCH_VERSION);
            assertFails(
                    () -> server.reader().resolve(MASTER, CommitRef.parse(head() + "^9")), FailureKind.NO_SUCH_VERSION);
        }

        @Test
        void refusesACommitThatOnlyAnotherBranchReaches() {
            BranchId other = BranchId.of("other", "r");
            String foreign = server.pachd.repo.createBranch(PfsMessages.branch(other));
            assertThat(server.reader().resolve(other, CommitRef.HEAD).id().value())
                    .isEqualTo(foreign);
            assertFails(
                    () -> server.reader().resolve(MASTER, CommitRef.to(new CommitId(foreign))),
                    FailureKind.NO_SUCH_VERSION);
        }

        @Test
        void refusesAnIdThatIsOnlyOfTheSameSetOfCommits() {
            server.pachd.repo.alias(UNKNOWN.value(), head().value());
            assertFails(() -> server.reader().resolve(MASTER, CommitRef.to(UNKNOWN)), FailureKind.NO_SUCH_VERSION);
        }

        @Test
        void tellsAMissingBranchFromAMissingCommit() {
            BranchId missing = BranchId.of("none", "r");
            assertFails(() -> server.reader().resolve(MASTER, CommitRef.to(UNKNOWN)), FailureKind.NO_SUCH_VERSION);
            assertFails(() -> server.reader().resolve(missing, CommitRef.HEAD), FailureKind.NO_SUCH_BUCKET);
            assertFails(() -> server.reader().resolve(missing, CommitRef.to(UNKNOWN)), FailureKind.NO_SUCH_BUCKET);
            assertFails(() -> server.reader().resolve(missing, CommitRef.to(head())), FailureKind.NO_SUCH_BUCKET);
        }
    }

    @Nested
    class Opening {
        @Test
        void findsAFileOfTheHeadInOneRoundTrip() throws IOException {
            server.put("dir/k", "hello");
            CommitId commit = head();
            server.pachd.takeCalls();
            PinnedFile file = found(CommitRef.HEAD, KEY);
            assertThat(server.pachd.takeCalls()).containsExactly("InspectFile");
            assertThat(file.version().sizeBytes()).isEqualTo(5);
            assertThat(file.version().commit()).isEqualTo(commit);
            assertThat(file.version().etag())
                    .isEqualTo(EntityTag.single(ContentHash.of(PachdInMemory.sha256(ByteString.copyFromUtf8("hello"))
                            .toByteArray())));
            assertThat(file.parts()).isEmpty();
            assertThat(text(file, ByteRange.whole(5))).isEqualTo("hello");
            assertThat(server.pachd.takeCalls()).containsExactly("GetFile");
        }

        @Test
        void readsTheCommitThatWasFoundHoweverTheHeadMoves() throws IOException {
            server.put("dir/k", "old");
            PinnedFile file = found(CommitRef.HEAD, KEY);
            server.put("dir/k", "newer");
            assertThat(text(file, ByteRange.whole(3))).isEqualTo("old");
            assertThat(text(found(CommitRef.parse("HEAD^"), KEY), ByteRange.whole(3)))
                    .isEqualTo("old");
            assertThat(text(found(CommitRef.HEAD, KEY), ByteRange.whole(5))).isEqualTo("newer");
        }

        @Test
        void readsExactlyTheRange() throws IOException {
            server.put("dir/k", "0123456789");
            PinnedFile file = found(CommitRef.HEAD, KEY);
            assertThat(text(file, new ByteRange(3, 4))).isEqualTo("3456");
            assertThat(text(file, new ByteRange(9, 1))).isEqualTo("9");
            assertThat(text(file, new ByteRange(10, 0))).isEmpty();
        }

        @Test
        void namesTheCommitInWhichAKeyWasMissing() {
            FileLookup lookup = server.reader().open(MASTER, CommitRef.HEAD, KEY);
            assertThat(lookup).isInstanceOf(FileLookup.Absent.class);
            assertThat(lookup.commit().id()).isEqualTo(head());
        }

        @Test
        void findsAFileThatCameBetweenTheMissAndTheNamingOfTheCommit() {
            AtomicBoolean once = new AtomicBoolean();
            server.pachd.beforeEachAnswer = () -> {
                if (server.pachd.calls.contains("InspectCommit") && once.compareAndSet(false, true)) {
                    TreeMap<String, ByteString> files = new TreeMap<>();
                    files.put("/dir/k", ByteString.copyFromUtf8("just now"));
                    server.pachd.repo.commit(PfsMessages.branch(MASTER), files);
                }
            };
            assertThat(server.reader().open(MASTER, CommitRef.HEAD, KEY)).isInstanceOf(FileLookup.Found.class);
        }

        @Test
        void aDirectoryIsNoFile() {
            server.put("dir/k", "hello");
            assertThat(server.reader().open(MASTER, CommitRef.HEAD, new ObjectKey("dir")))
                    .isInstanceOf(FileLookup.Absent.class);
        }

        @Test
        void aKeyThatPachdWouldCleanNamesNoFile() {
            server.put("dir/k", "hello");
            assertThat(server.reader().open(MASTER, CommitRef.HEAD, new ObjectKey("dir//k")))
                    .isInstanceOf(FileLookup.Absent.class);
            assertThat(server.reader().open(MASTER, CommitRef.HEAD, new ObjectKey("dir/k/")))
                    .isInstanceOf(FileLookup.Absent.class);
        }

        @Test
        void aFileOfACommitThatTheBranchDoesNotReachIsNotShown() {
            BranchId other = BranchId.of("other", "r");
            TreeMap<String, ByteString> files = new TreeMap<>();
            files.put("/dir/k", ByteString.copyFromUtf8("secret"));
            CommitId foreign = new CommitId(server.pachd.repo.commit(PfsMessages.branch(other), files));
            assertFails(() -> server.reader().open(MASTER, CommitRef.to(foreign), KEY), FailureKind.NO_SUCH_VERSION);
        }

        @Test
        void datesAFileOfAnOpenCommitByItsBeginning() {
            server.put("dir/k", "hello");
            server.pachd.repo.reopenHead(PfsMessages.branch(MASTER));
            assertThat(found(CommitRef.HEAD, KEY).version().lastModified()).isEqualTo(Instant.ofEpochSecond(1_001));
        }
    }

    @Nested
    class Streaming {
        private static final int SIZE = 200 * PachdInMemory.MESSAGE_BYTES;

        @Test
        void takesNoMoreThanIsRead() throws IOException {
            server.put("dir/k", new byte[SIZE]);
            try (InputStream in = found(CommitRef.HEAD, KEY).content(ByteRange.whole(SIZE))) {
                assertThat(in.read()).isZero();
                assertThat(server.pachd.messagesSent).hasValueLessThan(10);
                assertThat(in.readAllBytes()).hasSize(SIZE - 1);
            }
        }

        @Test
        void cancelsTheCallWhenClosedEarly() throws IOException, InterruptedException {
            server.put("dir/k", new byte[SIZE]);
            InputStream in = found(CommitRef.HEAD, KEY).content(ByteRange.whole(SIZE));
            assertThat(in.read()).isZero();
            in.close();
            in.close();
            assertThat(server.pachd.readCancelled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        }

        @Test
        void aServerThatFailsInTheMiddleIsAnInputError() throws IOException {
            server.put("dir/k", new byte[SIZE]);
            try (InputStream in = found(CommitRef.HEAD, KEY).content(ByteRange.whole(SIZE))) {
                assertThat(in.read()).isZero();
                server.stop();
                assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
            }
        }

        @Test
        void aFileThatEndsEarlyIsAnInputErrorAndNotAnEnd() throws IOException {
            server.put("dir/k", "short");
            try (InputStream in = found(CommitRef.HEAD, KEY).content(new ByteRange(0, 6))) {
                assertThat(in.readNBytes(5)).hasSize(5);
                assertThatThrownBy(in::read).isInstanceOf(IOException.class);
            }
        }
    }

    @Nested
    class Failing {
        @Test
        void aServerOutOfReachIsUnavailable() {
            server.stop();
            assertFails(() -> server.reader().open(MASTER, CommitRef.HEAD, KEY), FailureKind.FILE_SYSTEM_UNAVAILABLE);
        }

        @Test
        void aRefusalForWantOfRightsIsAccessDenied() {
            server.pachd.beforeEachAnswer = () -> {
                throw Status.PERMISSION_DENIED.withDescription("not authorized").asRuntimeException();
            };
            assertFails(() -> server.reader().open(MASTER, CommitRef.HEAD, KEY), FailureKind.ACCESS_DENIED);
        }
    }
}
