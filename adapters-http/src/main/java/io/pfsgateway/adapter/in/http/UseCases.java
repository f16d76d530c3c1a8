package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.BucketCorsUseCase;

/** All use cases that the gateway drives. */
public record UseCases(
        AuthenticateUseCase authenticate,
        BucketUseCases buckets,
        BucketConfigurationUseCases bucketConfigurations,
        ObjectUseCases objects,
        UploadUseCases uploads) {
    /** The same, with another's idea of CORS rules. */
    UseCases withBucketCors(BucketCorsUseCase other) {
        return new UseCases(
                authenticate,
                buckets,
                new BucketConfigurationUseCases(bucketConfigurations.bucketTagging(), other),
                objects,
                uploads);
    }
}
