package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.file.FileVersion;

/** A file with its bytes. */
record StoredFile(FileVersion version, StoredContent content) {}
