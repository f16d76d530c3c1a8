package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.upload.UploadPart;

/** A part of an upload, and the staged content that holds its bytes. */
public record RegisteredPart(UploadPart part, StagedContentId content) {}
