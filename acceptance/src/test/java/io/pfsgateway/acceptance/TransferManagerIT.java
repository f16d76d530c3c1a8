package io.pfsgateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.crt.S3CrtRetryConfiguration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.transfer.s3.S3TransferManager;
import software.amazon.awssdk.transfer.s3.model.CopyRequest;
import software.amazon.awssdk.transfer.s3.model.DownloadFileRequest;
import software.amazon.awssdk.transfer.s3.model.UploadFileRequest;

/** The SDK's transfer manager on its native client: large files go up in parts, several at a time, and come down in ranges. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransferManagerIT {
    private static final int PART_BYTES = 8 << 20;
    private static final int SIZE_BYTES = 3 * PART_BYTES + 12_345;

    private final String bucket = "master.transfer-" + UUID.randomUUID();

    private GatewayProcess gateway;
    private S3AsyncClient client;
    private S3TransferManager transfers;
    private Path file;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        gateway = GatewayProcess.start(folder);
        client = S3AsyncClient.crtBuilder()
                .endpointOverride(gateway.address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .minimumPartSizeInBytes((long) PART_BYTES)
                .thresholdInBytes((long) PART_BYTES)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(GatewayProcess.ACCESS_KEY, GatewayProcess.SECRET_KEY)))
                .retryConfiguration(
                        S3CrtRetryConfiguration.builder().numRetries(0).build())
                .build();
        transfers = S3TransferManager.builder().s3Client(client).build();
        client.createBucket(request -> request.bucket(bucket)).join();
        file = folder.resolve("up");
        byte[] body = new byte[SIZE_BYTES];
        new Random(1).nextBytes(body);
        Files.write(file, body);
    }

    @AfterAll
    void stop() {
        transfers.close();
        client.close();
        gateway.close();
    }

    @Test
    void aLargeFileGoesUpInPartsAndComesDownTheSame(@TempDir Path folder) throws IOException {
        upload("large");
        assertThat(firstPartOf("large").partsCount()).isEqualTo(4);
        assertThat(firstPartOf("large").contentLength()).isEqualTo(PART_BYTES);
        download("large", folder.resolve("down"));
        assertThat(folder.resolve("down")).hasSameBinaryContentAs(file);
        assertThat(client.listMultipartUploads(request -> request.bucket(bucket))
                        .join()
                        .uploads())
                .isEmpty();
    }

    @Test
    void aLargeObjectIsCopied(@TempDir Path folder) {
        upload("source");
        transfers
                .copy(CopyRequest.builder()
                        .copyObjectRequest(request -> request.sourceBucket(bucket)
                                .sourceKey("source")
                                .destinationBucket(bucket)
                                .destinationKey("copy"))
                        .build())
                .completionFuture()
                .join();
        download("copy", folder.resolve("down"));
        assertThat(folder.resolve("down")).hasSameBinaryContentAs(file);
    }

    private void upload(String key) {
        transfers
                .uploadFile(UploadFileRequest.builder()
                        .putObjectRequest(request -> request.bucket(bucket).key(key))
                        .source(file)
                        .build())
                .completionFuture()
                .join();
    }

    private void download(String key, Path target) {
        transfers
                .downloadFile(DownloadFileRequest.builder()
                        .getObjectRequest(request -> request.bucket(bucket).key(key))
                        .destination(target)
                        .build())
                .completionFuture()
                .join();
    }

    private HeadObjectResponse firstPartOf(String key) {
        return client.headObject(request -> request.bucket(bucket).key(key).partNumber(1))
                .join();
    }
}
