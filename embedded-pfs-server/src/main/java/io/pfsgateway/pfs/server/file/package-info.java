/** Reading files: finding, listing and comparing them, and their bytes, one by one or as a tar stream. */
@NullMarked
package io.pfsgateway.pfs.server.file;

import org.jspecify.annotations.NullMarked;
