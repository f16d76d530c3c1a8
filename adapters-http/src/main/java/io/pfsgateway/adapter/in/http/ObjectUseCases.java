package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.PutObjectTaggingUseCase;
import io.pfsgateway.application.port.in.PutObjectUseCase;

/** What is done with objects. */
public record ObjectUseCases(
        GetObjectUseCase getObject,
        PutObjectUseCase putObject,
        CopyObjectUseCase copyObject,
        DeleteObjectsUseCase deleteObjects,
        PutObjectTaggingUseCase putObjectTagging) {}
