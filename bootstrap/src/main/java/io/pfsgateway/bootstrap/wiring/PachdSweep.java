package io.pfsgateway.bootstrap.wiring;

import io.pfsgateway.application.port.in.SweepUploadsUseCase;
import io.pfsgateway.domain.failure.GatewayFailure;
import java.time.Clock;
import java.time.Duration;

/** Sweeps uploads on a pachd in the gateway's own name, and settles there what writers announced a day ago and left behind. */
record PachdSweep(SweepUploadsUseCase uploads, Pachd pachd, Clock clock) implements SweepUploadsUseCase {
    /** Longer than any writer can be at its commit. */
    private static final Duration GRACE = Duration.ofDays(1);

    @Override
    public Result sweepUploads() {
        return pachd.asGateway(this::sweepBoth);
    }

    private Result sweepBoth() {
        Result result;
        try {
            result = uploads.sweepUploads();
        } catch (GatewayFailure failure) {
            settleBeside(failure);
            throw failure;
        }
        settle();
        return result;
    }

    /** What fails of the one must not keep the other from being done. */
    private void settleBeside(GatewayFailure failure) {
        try {
            settle();
        } catch (GatewayFailure second) {
            failure.addSuppressed(second);
        }
    }

    private void settle() {
        pachd.files().settleAnnouncements(clock.instant().minus(GRACE));
    }
}
