package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadBookkeepingContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresUploadBookkeepingTest extends UploadBookkeepingContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    protected UploadBookkeeping bookkeeping() {
        return DATABASE.uploads();
    }
}
