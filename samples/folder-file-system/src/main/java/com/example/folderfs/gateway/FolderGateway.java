package com.example.folderfs.gateway;

import com.example.folderfs.FolderFileSystem;
import io.pfsgateway.adapter.in.http.AccessSettings;
import io.pfsgateway.adapter.in.http.BucketConfigurationUseCases;
import io.pfsgateway.adapter.in.http.BucketUseCases;
import io.pfsgateway.adapter.in.http.HttpGateway;
import io.pfsgateway.adapter.in.http.HttpSettings;
import io.pfsgateway.adapter.in.http.ObjectUseCases;
import io.pfsgateway.adapter.in.http.UploadUseCases;
import io.pfsgateway.adapter.in.http.UseCases;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
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
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.application.service.PutObjectService;
import io.pfsgateway.application.service.PutObjectTaggingService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.application.service.UploadPartCopyService;
import io.pfsgateway.application.service.UploadPartService;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What a gateway on a folder is made of: the roles of the file system, the use cases on them, and S3 in front. It is open to
 * whoever is on this machine, and to no one else.
 */
final class FolderGateway {
    private static final LastModifiedRule SHOWN = LastModifiedRule.OBJECT;
    private static final int MAX_REQUESTS = 64;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final FileSystem files;
    private final UploadBookkeeping uploads = RefusingUploads.bookkeeping();
    private final BucketConfigurationStore configurations = new RefusingConfigurations();
    private final UploadClearance clearance;
    private final Clock clock = Clock.systemUTC();

    private FolderGateway(FileSystem files) {
        this.files = files;
        this.clearance = new UploadClearance(uploads, files.staging());
    }

    /** Serves the folder at this address until it is closed; port 0 takes a free one. */
    static HttpGateway start(Path root, InetSocketAddress listen) throws TlsRefused {
        FolderGateway parts = new FolderGateway(FolderFileSystem.below(root));
        HttpSettings settings =
                new HttpSettings(listen, Optional.empty(), AccessSettings.OPEN, Optional.empty(), MAX_REQUESTS, DRAIN);
        return HttpGateway.start(settings, parts.useCases(), parts.clock);
    }

    private UseCases useCases() {
        return new UseCases(
                new OpenAuthenticateService(), buckets(), bucketConfigurations(), objects(), multipartUploads());
    }

    private BucketUseCases buckets() {
        return new BucketUseCases(
                new ListBucketsService(files.branches()),
                new CreateBucketService(files.branches(), clearance, configurations),
                new DeleteBucketService(files.branches(), clearance, configurations),
                new InspectBucketService(files.branches(), files.reader()),
                new ListObjectsService(files.lister(), SHOWN),
                new ListObjectVersionsService(files.history(), files.lister(), files.reader()));
    }

    private BucketConfigurationUseCases bucketConfigurations() {
        return new BucketConfigurationUseCases(
                new BucketTaggingService(files.branches(), files.reader(), configurations),
                new BucketCorsService(files.branches(), files.reader(), configurations));
    }

    private ObjectUseCases objects() {
        return new ObjectUseCases(
                new GetObjectService(files.reader(), SHOWN),
                new PutObjectService(files.branches(), files.committer()),
                new CopyObjectService(files.reader(), files.committer(), SHOWN),
                new DeleteObjectsService(files.committer(), files.reader(), files.history()),
                new PutObjectTaggingService(files.reader(), files.committer()));
    }

    private UploadUseCases multipartUploads() {
        return new UploadUseCases(
                new CreateMultipartUploadService(files.branches(), uploads.registry(), clock),
                new UploadPartService(files.branches(), uploads.registry(), files.staging()),
                new UploadPartCopyService(files.branches(), uploads.registry(), files.reader(), files.staging(), SHOWN),
                new ListPartsService(files.branches(), uploads.registry()),
                new ListMultipartUploadsService(files.branches(), files.reader(), uploads.registry()),
                new CompleteMultipartUploadService(files.branches(), uploads, clearance, files.committer()),
                new AbortMultipartUploadService(files.branches(), uploads.registry(), clearance, files.committer()));
    }
}
