package io.pfsgateway.adapter.in.http.operation;

import io.pfsgateway.adapter.in.http.error.FailureTranslation;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;

/** Why a deletion was refused. A key that is not there fails one only by its conditions, and S3 says so. */
final class DeleteRefusal {
    private DeleteRefusal() {}

    static S3Error of(GatewayFailure failure) {
        return failure.kind() == FailureKind.NO_SUCH_KEY
                ? S3Error.of(
                        S3ErrorCode.PRECONDITION_FAILED,
                        "At least one of the pre-conditions you specified did not hold")
                : FailureTranslation.of(failure);
    }
}
