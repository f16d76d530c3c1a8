package io.pfsgateway.adapter.in.http;

import io.pfsgateway.application.port.in.AbortMultipartUploadUseCase;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase;
import io.pfsgateway.application.port.in.CreateMultipartUploadUseCase;
import io.pfsgateway.application.port.in.ListMultipartUploadsUseCase;
import io.pfsgateway.application.port.in.ListPartsUseCase;
import io.pfsgateway.application.port.in.UploadPartCopyUseCase;
import io.pfsgateway.application.port.in.UploadPartUseCase;

/** What is done with multipart uploads. */
public record UploadUseCases(
        CreateMultipartUploadUseCase createMultipartUpload,
        UploadPartUseCase uploadPart,
        UploadPartCopyUseCase uploadPartCopy,
        ListPartsUseCase listParts,
        ListMultipartUploadsUseCase listMultipartUploads,
        CompleteMultipartUploadUseCase completeMultipartUpload,
        AbortMultipartUploadUseCase abortMultipartUpload) {}
