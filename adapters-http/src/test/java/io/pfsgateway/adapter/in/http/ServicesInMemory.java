package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.service.CopyObjectService;
import io.pfsgateway.application.service.CreateBucketService;
import io.pfsgateway.application.service.DeleteBucketService;
import io.pfsgateway.application.service.DeleteObjectsService;
import io.pfsgateway.application.service.GetObjectService;
import io.pfsgateway.application.service.InspectBucketService;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.application.service.ListBucketsService;
import io.pfsgateway.application.service.ListObjectVersionsService;
import io.pfsgateway.application.service.ListObjectsService;
import io.pfsgateway.application.service.PutObjectService;

/** The application's services on any file system, as the gateway takes them. */
final class ServicesInMemory {
    private ServicesInMemory() {}

    static UseCases on(FileSystem files, AuthenticateUseCase authenticate) {
        LastModifiedRule rule = LastModifiedRule.OBJECT;
        return new UseCases(
                authenticate,
                new BucketUseCases(
                        new ListBucketsService(files.branches()),
                        new CreateBucketService(files.branches()),
                        new DeleteBucketService(files.branches()),
                        new InspectBucketService(files.branches(), files.reader()),
                        new ListObjectsService(files.lister(), rule),
                        new ListObjectVersionsService(files.history(), files.lister(), files.reader())),
                new ObjectUseCases(
                        new GetObjectService(files.reader(), rule),
                        new PutObjectService(files.branches(), files.committer()),
                        new CopyObjectService(files.reader(), files.committer(), rule),
                        new DeleteObjectsService(files.committer(), files.reader(), files.history())));
    }
}
