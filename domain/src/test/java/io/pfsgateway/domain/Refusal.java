package io.pfsgateway.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The claim that a value refuses something, and says which kind of failure that is. */
public final class Refusal {
    private Refusal() {}

    public static void assertRefused(FailureKind kind, ThrowingCallable call) {
        GatewayFailure failure = catchThrowableOfType(GatewayFailure.class, call);
        assertThat(failure).as("a failure of kind %s", kind).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.reason()).isNotBlank();
    }
}
