package io.pfsgateway.adapter.out.pfs.embedded;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the embedded file system lives and what tells it the time.
 *
 * @param folder a folder of its own; it is made where it is missing
 */
public record EmbeddedSettings(Path folder, Clock clock) {}
