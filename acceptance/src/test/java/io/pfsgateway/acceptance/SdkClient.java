package io.pfsgateway.acceptance;

import software.amazon.awssdk.core.ResponseBytes;
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

/**
 * One of the SDK's clients, in the calls that the contract makes. A refusal is the SDK's own exception, whichever client it is;
 * nothing is tried twice.
 */
interface SdkClient extends AutoCloseable {
    void createBucket(String bucket);

    PutObjectResponse put(PutObjectRequest request, byte[] body);

    ResponseBytes<GetObjectResponse> get(GetObjectRequest request);

    ListObjectsV2Response list(ListObjectsV2Request request);

    ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request);

    CopyObjectResponse copy(CopyObjectRequest request);

    DeleteObjectResponse delete(DeleteObjectRequest request);

    DeleteObjectsResponse deleteMany(DeleteObjectsRequest request);

    @Override
    void close();
}
