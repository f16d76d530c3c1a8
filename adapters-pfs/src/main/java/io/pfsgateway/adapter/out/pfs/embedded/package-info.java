/**
 * The file system's roles on the embedded engine, which keeps a versioned file system in a folder. Each class here is one role;
 * what it does is to say in the engine's words what is asked, and in the domain's what came of it.
 *
 * <p>The engine knows paths as bytes and attributes not at all: keys are their UTF-8, and
 * {@link io.pfsgateway.adapter.out.pfs.embedded.AttributesCodec} writes attributes into the bytes that ride in a file's row, so that
 * they are versioned with it. Its failures are translated in
 * {@link io.pfsgateway.adapter.out.pfs.embedded.EngineFailures} and nowhere else.
 */
@NullMarked
package io.pfsgateway.adapter.out.pfs.embedded;

import org.jspecify.annotations.NullMarked;
