package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a completion was made whose answer did not come, while equal bytes may stand, or have stood, at its key. */
class AnnouncedCommitsTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("dir/key");
    private static final ObjectKey OTHER = new ObjectKey("other");

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final String token = PachdServer.uniqueName();
    private final FileSystem files = SERVER.ports();
    private final List<PartSource> parts = List.of(part("one,"), part("two"));

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
    }

    private PartSource part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (PendingStagedContent content = files.staging().begin(token, OptionalLong.empty())) {
            content.write(bytes, 0, bytes.length);
            return new PartSource(content.stage(Optional.empty()).id(), Optional.empty());
        }
    }

    private CommittedFile complete(String upload, ObjectKey key) {
        return files.committer()
                .assemble(upload, parts, new FileTarget(branch, key, ObjectAttributes.NONE, WriteCondition.NONE));
    }

    private void completeInVain() {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, () -> complete(token, KEY));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.OUTCOME_UNKNOWN);
        SERVER.connection.heal();
    }

    private void delete() {
        files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE)));
    }

    private boolean isThere() {
        return files.reader().open(branch, CommitRef.HEAD, KEY) instanceof FileLookup.Found;
    }

    private CommitId head() {
        return files.reader().resolve(branch, CommitRef.HEAD).id();
    }

    private Optional<CommitId> found() {
        return files.committer().assembled(branch, KEY, token).flatMap(CommittedFile::commit);
    }

    @Test
    void isNoOlderCommitOfTheSameBytes() {
        complete(PachdServer.uniqueName(), KEY);
        delete();
        SERVER.connection.cutCommitsTo(branch.repo());
        completeInVain();

        assertThat(found()).isEmpty();
        assertThat(complete(token, KEY).commit()).contains(head());
        assertThat(isThere()).isTrue();
    }

    @Test
    void isTheCommitThatWasMade() {
        complete(PachdServer.uniqueName(), KEY);
        delete();
        SERVER.connection.loseCommitsTo(branch.repo());
        completeInVain();
        CommitId made = head();
        complete(PachdServer.uniqueName(), OTHER);
        delete();

        assertThat(found()).contains(made);
        assertThat(complete(token, KEY).commit()).contains(made);
        assertThat(isThere()).isFalse();
    }

    @Test
    void isNoCommitThatLeftTheSameBytesAlone() {
        complete(PachdServer.uniqueName(), KEY);
        SERVER.connection.cutCommitsTo(branch.repo());
        completeInVain();
        complete(PachdServer.uniqueName(), OTHER);

        assertThat(found()).isEmpty();
    }

    @Test
    void isTheCommitThatWroteTheSameBytesAgain() {
        complete(PachdServer.uniqueName(), KEY);
        SERVER.connection.loseCommitsTo(branch.repo());
        completeInVain();
        CommitId made = head();
        complete(PachdServer.uniqueName(), OTHER);

        assertThat(found()).contains(made);
    }

    @Test
    void isFarFromTheHeadWhereManyWereMadeSince() {
        SERVER.connection.loseCommitsTo(branch.repo());
        completeInVain();
        CommitId made = head();
        for (int i = 0; i < 40; i++) {
            SERVER.preparation().writeFile(branch, OTHER, new byte[] {(byte) i});
        }

        assertThat(found()).contains(made);
    }

    @Test
    void isNoneWhereTheBranchWasMadeAgain() {
        SERVER.connection.loseCommitsTo(branch.repo());
        completeInVain();
        SERVER.preparation().deleteRepo(branch);
        assertThat(found()).isEmpty();
        files.branches().create(branch);

        assertThat(found()).isEmpty();
    }
}
