package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.testkit.fake.InMemoryBranchLocks;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of announcements whose writers did not hear of their commits. */
class AnnouncementSweepTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("dir/key");
    private static final ObjectAttributes TYPED = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/x-put"), new TreeMap<>(), new TreeMap<>(), List.of());

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem shared = SERVER.ports();
    private final InMemoryFileAttributes kept = new InMemoryFileAttributes(Clock.systemUTC());
    private final FileSystem files = SERVER.ports(kept.roles(), new InMemoryBranchLocks());
    private final AnnouncementSweep sweep = new AnnouncementSweep(kept.roles(), new AnnouncedCommits(SERVER.client()));

    @BeforeEach
    void makeBranch() {
        shared.branches().create(branch);
    }

    private void putInVain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(GatewayFailure.class, () -> {
                    try (PendingFile file = files.committer().begin(branch, KEY, OptionalLong.empty())) {
                        file.write(bytes, 0, bytes.length);
                        file.commit(TYPED, WriteCondition.NONE, Optional.empty());
                    }
                }))
                .isNotNull();
        SERVER.connection.heal();
    }

    private void writePast(String text) {
        SERVER.preparation().writeFile(branch, KEY, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant later() {
        return Instant.now().plusSeconds(3600);
    }

    private List<Announcement> unsettled() {
        return kept.unsettled(later(), Optional.empty(), 10);
    }

    private ObjectAttributes attributes(CommitRef commit) {
        try (PinnedFile file = ((FileLookup.Found) files.reader().open(branch, commit, KEY)).file()) {
            return file.version().attributes();
        }
    }

    @Test
    void whatWasCommittedGetsItsAttributes() {
        SERVER.connection.loseCommitsTo(branch.repo());
        putInVain("text");
        CommitRef made =
                CommitRef.to(files.reader().resolve(branch, CommitRef.HEAD).id());
        writePast("else");
        assertThat(attributes(made)).isEqualTo(ObjectAttributes.NONE);

        assertThat(sweep.settle(later())).isEqualTo(1);
        assertThat(attributes(made)).isEqualTo(TYPED);
        assertThat(attributes(CommitRef.HEAD)).isEqualTo(ObjectAttributes.NONE);
        assertThat(unsettled()).isEmpty();
    }

    @Test
    void whatWasNotCommittedIsTakenBack() {
        writePast("text");
        SERVER.connection.cutCommitsTo(branch.repo());
        putInVain("text");
        writePast("else");
        assertThat(unsettled()).hasSize(1);

        sweep.settle(later());
        assertThat(unsettled()).isEmpty();
        writePast("text");
        assertThat(attributes(CommitRef.HEAD)).isEqualTo(ObjectAttributes.NONE);
    }

    @Test
    void otherBytesOfItsSizeAreNotTakenForIt() {
        SERVER.connection.cutCommitsTo(branch.repo());
        putInVain("text");
        writePast("else");

        sweep.settle(later());
        assertThat(unsettled()).isEmpty();
        assertThat(attributes(CommitRef.HEAD)).isEqualTo(ObjectAttributes.NONE);
    }

    @Test
    void whatIsYoungIsLeft() {
        SERVER.connection.cutCommitsTo(branch.repo());
        putInVain("text");

        assertThat(sweep.settle(Instant.now().minusSeconds(3600))).isZero();
        assertThat(unsettled()).hasSize(1);
    }

    @Test
    void whatGoesWithItsBranchIsTakenBack() {
        SERVER.connection.loseCommitsTo(branch.repo());
        putInVain("text");
        SERVER.preparation().deleteRepo(branch);

        sweep.settle(later());
        assertThat(unsettled()).isEmpty();
    }

    @Test
    void whatCannotBeLookedAtIsLeftToTheNext() {
        SERVER.connection.loseCommitsTo(branch.repo());
        putInVain("text");
        SERVER.connection.loseAnswersTo("ListCommit");
        assertThat(catchThrowable(() -> sweep.settle(later()))).isInstanceOf(FileSystemFailure.class);
        assertThat(unsettled()).hasSize(1);
        SERVER.connection.heal();

        sweep.settle(later());
        assertThat(unsettled()).isEmpty();
        assertThat(attributes(CommitRef.HEAD)).isEqualTo(TYPED);
    }
}
