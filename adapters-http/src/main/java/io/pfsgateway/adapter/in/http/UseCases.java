package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.AuthenticateUseCase;

/** All use cases that the gateway drives. */
public record UseCases(
        AuthenticateUseCase authenticate, BucketUseCases buckets, ObjectUseCases objects, UploadUseCases uploads) {}
