package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadBookkeepingContract;
import java.time.Clock;

final class InMemoryUploadBookkeepingTest extends UploadBookkeepingContract {
    private final UploadBookkeeping bookkeeping = new InMemoryUploads(Clock.systemUTC()).roles();

    @Override
    protected UploadBookkeeping bookkeeping() {
        return bookkeeping;
    }
}
