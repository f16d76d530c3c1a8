package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.CreateBucketUseCase;
import io.pfsgateway.application.port.in.DeleteBucketUseCase;
import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.application.port.in.ListBucketsUseCase;
import io.pfsgateway.application.port.in.ListObjectVersionsUseCase;
import io.pfsgateway.application.port.in.ListObjectsUseCase;

/** What is done with buckets and their listings. */
public record BucketUseCases(
        ListBucketsUseCase listBuckets,
        CreateBucketUseCase createBucket,
        DeleteBucketUseCase deleteBucket,
        InspectBucketUseCase inspectBucket,
        ListObjectsUseCase listObjects,
        ListObjectVersionsUseCase listObjectVersions) {}
