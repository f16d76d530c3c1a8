package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.testkit.contract.UploadCrashContract;
import java.time.Clock;

/** The services' own order of steps, on fakes for which a restart is nothing. */
final class InMemoryUploadCrashTest extends UploadCrashContract {
    private final FileSystem files = new InMemoryFileSystem().roles();
    private final UploadBookkeeping uploads = new InMemoryUploads(Clock.systemUTC()).roles();

    @Override
    protected FileSystem files() {
        return files;
    }

    @Override
    protected UploadBookkeeping uploads() {
        return uploads;
    }

    @Override
    protected void restart() {}
}
