package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadListingContract;
import java.time.Clock;

final class InMemoryUploadListingTest extends UploadListingContract {
    private final UploadBookkeeping bookkeeping = new InMemoryUploads(Clock.systemUTC()).roles();

    @Override
    protected UploadBookkeeping bookkeeping() {
        return bookkeeping;
    }
}
