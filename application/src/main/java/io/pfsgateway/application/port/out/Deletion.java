package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ObjectKey;

/** A file to be deleted, if it stands as the condition asks. */
public record Deletion(ObjectKey key, WriteCondition condition) {}
