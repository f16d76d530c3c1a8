package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.in.http.UploadUseCases;
import io.pfsgateway.application.port.in.SweepUploadsUseCase;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.application.service.AbortMultipartUploadService;
import io.pfsgateway.application.service.CompleteMultipartUploadService;
import io.pfsgateway.application.service.CreateMultipartUploadService;
import io.pfsgateway.application.service.GuardedUploads;
import io.pfsgateway.application.service.ListMultipartUploadsService;
import io.pfsgateway.application.service.ListPartsService;
import io.pfsgateway.application.service.SweepUploadsService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.application.service.UploadPartCopyService;
import io.pfsgateway.application.service.UploadPartService;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What is done with multipart uploads, and what is done about those that were abandoned. */
@Module
final class UploadsModule {
    private UploadsModule() {}

    @Provides
    static UploadUseCases uploads(
            FileSystem files,
            UploadBookkeeping bookkeeping,
            UploadClearance clearance,
            Optional<CallerRights> rights,
            Settings settings,
            Clock clock) {
        UploadRegistry registry = rights.<UploadRegistry>map(known -> new GuardedUploads(bookkeeping.registry(), known))
                .orElse(bookkeeping.registry());
        UploadBookkeeping uploads = new UploadBookkeeping(registry, bookkeeping.endings());
        return new UploadUseCases(
                new CreateMultipartUploadService(files.branches(), registry, clock),
                new UploadPartService(files.branches(), registry, files.staging()),
                new UploadPartCopyService(
                        files.branches(), registry, files.reader(), files.staging(), settings.lastModified()),
                new ListPartsService(files.branches(), registry),
                new ListMultipartUploadsService(files.branches(), files.reader(), registry),
                new CompleteMultipartUploadService(files.branches(), uploads, clearance, files.committer()),
                new AbortMultipartUploadService(files.branches(), registry, clearance, files.committer()));
    }

    @Provides
    @Singleton
    static UploadSweeper sweeper(
            FileSystem files,
            Optional<Pachd> pachd,
            UploadBookkeeping uploads,
            UploadClearance clearance,
            Settings settings,
            Clock clock,
            Resources resources) {
        Duration expiry = settings.bookkeeping().uploadExpiry();
        SweepUploadsUseCase sweep =
                new SweepUploadsService(uploads, files.staging(), files.committer(), clearance, expiry, clock);
        SweepUploadsUseCase own = pachd.<SweepUploadsUseCase>map(known -> new PachdSweep(sweep, known, clock))
                .orElse(sweep);
        return resources.add(UploadSweeper.start(own, expiry));
    }
}
