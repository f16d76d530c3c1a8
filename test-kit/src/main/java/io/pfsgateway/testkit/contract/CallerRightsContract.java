package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.failure.AccessFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link CallerRights} promises. */
public abstract class CallerRightsContract {
    private static final FileSystemToken ALICE = new FileSystemToken("alices");
    private static final FileSystemToken BOB = new FileSystemToken("bobs");
    private static final BranchId BRANCH = BranchId.of("master", "images");

    /** The rights under test. */
    protected abstract CallerRights rights();

    /** In whose name they are asked for. */
    protected abstract CallerIdentity identity();

    /** Gives whoever holds a token a right, and those before it, on a branch's repository, where the rights are looked for. */
    protected abstract void give(FileSystemToken token, Right right, BranchId branch);

    private boolean may(Optional<FileSystemToken> token, Right right, BranchId branch) {
        CallerIdentity.Scope scope = identity().assume(token);
        try {
            rights().require(right, branch);
            return true;
        } catch (AccessFailure denied) {
            return false;
        } finally {
            scope.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void holdThoseBeforeThemAndNoneBehind(Right given) {
        give(ALICE, given, BRANCH);
        for (Right right : Right.values()) {
            assertThat(may(Optional.of(ALICE), right, BRANCH)).as(right.name()).isEqualTo(given.includes(right));
        }
    }

    @Test
    void areOfOneCallerAndOneRepository() {
        give(ALICE, Right.ADMIN, BRANCH);
        assertThat(may(Optional.of(ALICE), Right.READ, BranchId.of("other", "images")))
                .isTrue();
        assertThat(may(Optional.of(ALICE), Right.READ, BranchId.of("master", "other")))
                .isFalse();
        assertThat(may(
                        Optional.of(ALICE),
                        Right.READ,
                        new BranchId(new ProjectName("other"), BRANCH.repo(), BRANCH.branch())))
                .isFalse();
        assertThat(may(Optional.of(BOB), Right.READ, BRANCH)).isFalse();
        assertThat(may(Optional.empty(), Right.READ, BRANCH)).isFalse();
    }

    @Test
    void areNotLookedForInNobodysName() {
        give(ALICE, Right.ADMIN, BRANCH);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> rights().require(Right.READ, BRANCH));
    }
}
