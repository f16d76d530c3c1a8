package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;

/** Where a file is to be written, with what attributes, and on what condition. */
public record FileTarget(BranchId branch, ObjectKey key, ObjectAttributes attributes, WriteCondition condition) {}
