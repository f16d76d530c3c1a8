package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.testkit.contract.FileAttributeRemovalContract;
import java.time.Clock;
import java.time.Instant;

final class InMemoryFileAttributeTest extends FileAttributeRemovalContract {
    private final Clock clock = Clock.systemUTC();
    private final FileAttributeBookkeeping bookkeeping = new InMemoryFileAttributes(clock).roles();

    @Override
    protected FileAttributeBookkeeping bookkeeping() {
        return bookkeeping;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }
}
