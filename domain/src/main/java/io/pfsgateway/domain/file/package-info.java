/** One file at one commit: its key, content hash, attributes and versions. */
@NullMarked
package io.pfsgateway.domain.file;

import org.jspecify.annotations.NullMarked;
