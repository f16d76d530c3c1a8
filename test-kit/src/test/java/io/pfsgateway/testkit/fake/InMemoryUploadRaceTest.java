package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadRaceContract;
import java.time.Clock;

final class InMemoryUploadRaceTest extends UploadRaceContract {
    private final UploadBookkeeping bookkeeping = new InMemoryUploads(Clock.systemUTC()).roles();

    @Override
    protected UploadBookkeeping bookkeeping() {
        return bookkeeping;
    }
}
