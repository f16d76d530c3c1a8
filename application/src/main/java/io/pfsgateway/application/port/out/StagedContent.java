package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.file.ContentHash;
import java.time.Instant;

/**
 * A content that is kept outside any branch, durable until it is released.
 *
 * @param owner what it was staged for, such as an upload's id
 */
public record StagedContent(StagedContentId id, String owner, long sizeBytes, ContentHash hash, Instant stagedAt) {}
