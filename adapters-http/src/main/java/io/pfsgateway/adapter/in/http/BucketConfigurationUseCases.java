package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.application.port.in.BucketTaggingUseCase;

/** What can be set on buckets. */
public record BucketConfigurationUseCases(BucketTaggingUseCase bucketTagging, BucketCorsUseCase bucketCors) {}
