package io.pfsgateway.acceptance;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.crt.S3CrtRetryConfiguration;
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

/** One of the SDK's clients that answer later: the native one, or the one on Netty. */
final class AsyncSdkClient implements SdkClient {
    private static final StaticCredentialsProvider KEY = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(GatewayProcess.ACCESS_KEY, GatewayProcess.SECRET_KEY));

    private final S3AsyncClient client;

    private AsyncSdkClient(S3AsyncClient client) {
        this.client = client;
    }

    /** The client in native code. */
    static AsyncSdkClient inNativeCode(URI address) {
        return new AsyncSdkClient(S3AsyncClient.crtBuilder()
                .endpointOverride(address)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(KEY)
                .retryConfiguration(
                        S3CrtRetryConfiguration.builder().numRetries(0).build())
                .build());
    }

    /** The client on Netty, the default. */
    static AsyncSdkClient onNetty(URI address) {
        return new AsyncSdkClient(S3AsyncClient.builder()
                .endpointOverride(address)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(KEY)
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build());
    }

    /** Waits, and lets the SDK's own exception out of the future's wrapping. */
    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw wrapped;
        }
    }

    @Override
    public void createBucket(String bucket) {
        join(client.createBucket(request -> request.bucket(bucket)));
    }

    @Override
    public PutObjectResponse put(PutObjectRequest request, byte[] body) {
        return join(client.putObject(request, AsyncRequestBody.fromBytes(body)));
    }

    @Override
    public ResponseBytes<GetObjectResponse> get(GetObjectRequest request) {
        return join(client.getObject(request, AsyncResponseTransformer.toBytes()));
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return join(client.listObjectsV2(request));
    }

    @Override
    public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
        return join(client.listObjectVersions(request));
    }

    @Override
    public CopyObjectResponse copy(CopyObjectRequest request) {
        return join(client.copyObject(request));
    }

    @Override
    public DeleteObjectResponse delete(DeleteObjectRequest request) {
        return join(client.deleteObject(request));
    }

    @Override
    public DeleteObjectsResponse deleteMany(DeleteObjectsRequest request) {
        return join(client.deleteObjects(request));
    }

    @Override
    public void close() {
        client.close();
    }
}
