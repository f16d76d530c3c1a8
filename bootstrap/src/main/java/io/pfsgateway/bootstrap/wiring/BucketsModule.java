package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.in.http.BucketConfigurationUseCases;
import io.pfsgateway.adapter.in.http.BucketUseCases;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.service.BucketCorsService;
import io.pfsgateway.application.service.BucketTaggingService;
import io.pfsgateway.application.service.CreateBucketService;
import io.pfsgateway.application.service.DeleteBucketService;
import io.pfsgateway.application.service.GuardedBucketConfigurations;
import io.pfsgateway.application.service.InspectBucketService;
import io.pfsgateway.application.service.ListBucketsService;
import io.pfsgateway.application.service.ListObjectVersionsService;
import io.pfsgateway.application.service.ListObjectsService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.bootstrap.settings.Settings;
import java.util.Optional;

/** What is done with buckets. */
@Module
final class BucketsModule {
    private BucketsModule() {}

    @Provides
    static BucketUseCases buckets(
            FileSystem files, UploadClearance clearance, BucketConfigurationStore configurations, Settings settings) {
        return new BucketUseCases(
                new ListBucketsService(files.branches()),
                new CreateBucketService(files.branches(), clearance, configurations),
                new DeleteBucketService(files.branches(), clearance, configurations),
                new InspectBucketService(files.branches(), files.reader()),
                new ListObjectsService(files.lister(), settings.lastModified()),
                new ListObjectVersionsService(files.history(), files.lister(), files.reader()));
    }

    @Provides
    static BucketConfigurationUseCases configurations(
            FileSystem files, BucketConfigurationStore configurations, Optional<CallerRights> rights) {
        BucketConfigurationStore asked = rights.<BucketConfigurationStore>map(
                        known -> new GuardedBucketConfigurations(configurations, known))
                .orElse(configurations);
        return new BucketConfigurationUseCases(
                new BucketTaggingService(files.branches(), files.reader(), asked),
                new BucketCorsService(files.branches(), files.reader(), asked));
    }
}
