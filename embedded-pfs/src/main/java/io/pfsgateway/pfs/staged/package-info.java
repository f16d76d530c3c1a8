/**
 * Bytes that wait to become files: the parts of uploads. A staged part is durable and keeps its content until it is
 * released by name; the engine never lets go of one by itself.
 */
@NullMarked
package io.pfsgateway.pfs.staged;

import org.jspecify.annotations.NullMarked;
