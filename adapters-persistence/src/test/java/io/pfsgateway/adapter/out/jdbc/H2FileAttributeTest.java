package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.testkit.contract.FileAttributeRemovalContract;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;

final class H2FileAttributeTest extends FileAttributeRemovalContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    protected FileAttributeBookkeeping bookkeeping() {
        return DATABASE.bookkeeping().fileAttributes();
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }
}
