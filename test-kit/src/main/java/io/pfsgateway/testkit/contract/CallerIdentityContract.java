package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.domain.access.FileSystemToken;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What {@link CallerIdentity} promises of a gateway whose callers are users of the file system. */
public abstract class CallerIdentityContract {
    /** What the gateway under test shows on its own account. */
    protected static final FileSystemToken OWN = new FileSystemToken("own");

    private static final FileSystemToken ALICE = new FileSystemToken("alices");
    private static final FileSystemToken BOB = new FileSystemToken("bobs");

    /** The identity under test. */
    protected abstract CallerIdentity identity();

    /** What a call that begins on this thread would show. */
    protected abstract Optional<FileSystemToken> shown();

    @Test
    void isTheCallersUntilTheScopeIsClosedAndThenWhatItWas() {
        CallerIdentity.Scope outer = identity().assume(Optional.of(ALICE));
        assertThat(shown()).contains(ALICE);
        CallerIdentity.Scope inner = identity().assume(Optional.of(BOB));
        assertThat(shown()).contains(BOB);
        inner.close();
        assertThat(shown()).contains(ALICE);
        outer.close();
        assertThatIllegalStateException().isThrownBy(this::shown);
    }

    @Test
    void ofACallerWithoutATokenIsNobodysAndNotTheGateways() {
        CallerIdentity.Scope scope = identity().assume(Optional.empty());
        assertThat(shown()).isEmpty();
        scope.close();
    }

    @Test
    void isTheGatewaysOnlyWhereThatIsSaid() {
        assertThatIllegalStateException().isThrownBy(this::shown);
        CallerIdentity.Scope scope = identity().assumeGateway();
        assertThat(shown()).contains(OWN);
        scope.close();
        assertThatIllegalStateException().isThrownBy(this::shown);
    }

    @Test
    void isNotInheritedByOtherThreads() {
        CallerIdentity.Scope scope = identity().assume(Optional.of(ALICE));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> thread.submit(this::shown).get())
                    .withCauseInstanceOf(IllegalStateException.class);
        } finally {
            thread.shutdownNow();
            scope.close();
        }
    }
}
