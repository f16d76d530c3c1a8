package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.application.service.AbortMultipartUploadService;
import io.pfsgateway.application.service.BucketCorsService;
import io.pfsgateway.application.service.BucketTaggingService;
import io.pfsgateway.application.service.CompleteMultipartUploadService;
import io.pfsgateway.application.service.CopyObjectService;
import io.pfsgateway.application.service.CreateBucketService;
import io.pfsgateway.application.service.CreateMultipartUploadService;
import io.pfsgateway.application.service.DeleteBucketService;
import io.pfsgateway.application.service.DeleteObjectsService;
import io.pfsgateway.application.service.GetObjectService;
import io.pfsgateway.application.service.InspectBucketService;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.application.service.ListBucketsService;
import io.pfsgateway.application.service.ListMultipartUploadsService;
import io.pfsgateway.application.service.ListObjectVersionsService;
import io.pfsgateway.application.service.ListObjectsService;
import io.pfsgateway.application.service.ListPartsService;
import io.pfsgateway.application.service.PutObjectService;
import io.pfsgateway.application.service.PutObjectTaggingService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.application.service.UploadPartCopyService;
import io.pfsgateway.application.service.UploadPartService;
import io.pfsgateway.testkit.fake.InMemoryBucketConfigurations;
import io.pfsgateway.testkit.fake.InMemoryUploads;
import java.time.Clock;

/** The application's services on any file system, as the gateway takes them. */
final class ServicesInMemory {
    private ServicesInMemory() {}

    static UseCases on(FileSystem files, AuthenticateUseCase authenticate) {
        LastModifiedRule rule = LastModifiedRule.OBJECT;
        UploadBookkeeping uploads = new InMemoryUploads(Clock.systemUTC()).roles();
        UploadClearance clearance = new UploadClearance(uploads, files.staging());
        BucketConfigurationStore configurations = new InMemoryBucketConfigurations();
        return new UseCases(
                authenticate,
                new BucketUseCases(
                        new ListBucketsService(files.branches()),
                        new CreateBucketService(files.branches(), clearance, configurations),
                        new DeleteBucketService(files.branches(), clearance, configurations),
                        new InspectBucketService(files.branches(), files.reader()),
                        new ListObjectsService(files.lister(), rule),
                        new ListObjectVersionsService(files.history(), files.lister(), files.reader())),
                new BucketConfigurationUseCases(
                        new BucketTaggingService(files.branches(), files.reader(), configurations),
                        new BucketCorsService(files.branches(), files.reader(), configurations)),
                new ObjectUseCases(
                        new GetObjectService(files.reader(), rule),
                        new PutObjectService(files.branches(), files.committer()),
                        new CopyObjectService(files.reader(), files.committer(), rule),
                        new DeleteObjectsService(files.committer(), files.reader(), files.history()),
                        new PutObjectTaggingService(files.reader(), files.committer())),
                uploads(files, uploads, clearance));
    }

    private static UploadUseCases uploads(FileSystem files, UploadBookkeeping uploads, UploadClearance clearance) {
        UploadRegistry registry = uploads.registry();
        return new UploadUseCases(
                new CreateMultipartUploadService(files.branches(), registry, Clock.systemUTC()),
                new UploadPartService(files.branches(), registry, files.staging()),
                new UploadPartCopyService(
                        files.branches(), registry, files.reader(), files.staging(), LastModifiedRule.OBJECT),
                new ListPartsService(files.branches(), registry),
                new ListMultipartUploadsService(files.branches(), files.reader(), registry),
                new CompleteMultipartUploadService(files.branches(), uploads, clearance, files.committer()),
                new AbortMultipartUploadService(files.branches(), registry, clearance, files.committer()));
    }
}
