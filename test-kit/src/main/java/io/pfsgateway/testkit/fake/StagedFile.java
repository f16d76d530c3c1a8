package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.StagedContent;

/** A staged content with its bytes. */
record StagedFile(StagedContent staged, StoredContent content) {}
