package io.pfsgateway.acceptance;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The SDK's blocking client with its default HTTP client: it signs every chunk of a body, and the trailer behind it. */
final class SyncSdkClient implements SdkClient {
    private final S3Client client;

    SyncSdkClient(URI address) {
        client = S3Client.builder()
                .endpointOverride(address)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(GatewayProcess.ACCESS_KEY, GatewayProcess.SECRET_KEY)))
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    @Override
    public void createBucket(String bucket) {
        client.createBucket(request -> request.bucket(bucket));
    }

    @Override
    public PutObjectResponse put(PutObjectRequest request, byte[] body) {
        return client.putObject(request, RequestBody.fromBytes(body));
    }

    @Override
    public ResponseBytes<GetObjectResponse> get(GetObjectRequest request) {
        return client.getObjectAsBytes(request);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return client.listObjectsV2(request);
    }

    @Override
    public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
        return client.listObjectVersions(request);
    }

    @Override
    public CopyObjectResponse copy(CopyObjectRequest request) {
        return client.copyObject(request);
    }

    @Override
    public DeleteObjectResponse delete(DeleteObjectRequest request) {
        return client.deleteObject(request);
    }

    @Override
    public DeleteObjectsResponse deleteMany(DeleteObjectsRequest request) {
        return client.deleteObjects(request);
    }

    @Override
    public void close() {
        client.close();
    }
}
