/**
 * The words of the protocol for those of the engine, and back: names, paths, and what a refusal says. Clients tell refusals
 * apart by their texts, so those are worded as pachd words them.
 */
@NullMarked
package io.pfsgateway.pfs.server.words;

import org.jspecify.annotations.NullMarked;
