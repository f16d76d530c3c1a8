package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.FileAttributeRemoval;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.testkit.fake.InMemoryBranchLocks;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a branch that is made again sees attributes of the old one, where these did not go with it. */
class ForgottenAttributesTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("key");
    private static final byte[] BYTES = {1, 2, 3};
    private static final ObjectAttributes TYPED = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/x-old"), new TreeMap<>(), new TreeMap<>(), List.of());

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final BranchId sister = new BranchId(branch.project(), branch.repo(), new BranchName("sister"));
    private final FileSystem files = SERVER.ports();

    private static void put(FileSystem to, BranchId branch) {
        try (PendingFile file = to.committer().begin(branch, KEY, OptionalLong.of(BYTES.length))) {
            file.write(BYTES, 0, BYTES.length);
            file.commit(TYPED, WriteCondition.NONE, Optional.empty());
        }
    }

    private ObjectAttributes attributes(FileSystem of) {
        try (PinnedFile file = ((FileLookup.Found) of.reader().open(branch, CommitRef.HEAD, KEY)).file()) {
            return file.version().attributes();
        }
    }

    @Test
    void ofARepositoryThatWentPastTheGatewayNoneIsSeen() {
        for (BranchId each : List.of(branch, sister)) {
            files.branches().create(each);
            put(files, each);
        }
        SERVER.preparation().deleteRepo(branch);
        files.branches().create(branch);
        SERVER.preparation().writeFile(branch, KEY, BYTES);

        assertThat(attributes(files)).isEqualTo(ObjectAttributes.NONE);
    }

    @Test
    void ofABranchWhoseDeletionFailedHalfWayNoneIsSeen() {
        InMemoryFileAttributes kept = new InMemoryFileAttributes(Clock.systemUTC());
        FileSystem failing =
                SERVER.ports(new FileAttributeBookkeeping(kept, new OutOfReach()), new InMemoryBranchLocks());
        FileSystem again = SERVER.ports(kept.roles(), new InMemoryBranchLocks());
        again.branches().create(sister);
        again.branches().create(branch);
        put(again, branch);
        assertThatExceptionOfType(FileSystemFailure.class)
                .isThrownBy(() -> failing.branches().delete(branch));
        assertThat(again.branches().find(branch)).isEmpty();
        again.branches().create(branch);
        SERVER.preparation().writeFile(branch, KEY, BYTES);

        assertThat(attributes(again)).isEqualTo(ObjectAttributes.NONE);
    }

    @Test
    void aBranchThatIsThereKeepsItsOwn() {
        files.branches().create(branch);
        put(files, branch);
        files.branches().create(branch);
        files.branches().create(sister);

        assertThat(attributes(files)).isEqualTo(TYPED);
    }

    /** A bookkeeping that went away. */
    private static final class OutOfReach implements FileAttributeRemoval {
        private static FileSystemFailure failure() {
            return FileSystemFailure.unavailable(new IllegalStateException("The database is out of reach"));
        }

        @Override
        public void removeBranch(BranchId gone) {
            throw failure();
        }

        @Override
        public void removeRepo(ProjectName project, RepoName repo) {
            throw failure();
        }

        @Override
        public List<Announcement> unsettled(Instant before, Optional<Announcement> after, int limit) {
            throw failure();
        }
    }
}
