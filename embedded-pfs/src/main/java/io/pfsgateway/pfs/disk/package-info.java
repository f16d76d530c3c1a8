/**
 * Everything durable goes through here. {@link io.pfsgateway.pfs.disk.Disk} is the one seam for forced writes, so that a
 * test can count them, and can fill the disk; beside it stand the folder's lock, its format number and the reserve.
 */
@NullMarked
package io.pfsgateway.pfs.disk;

import org.jspecify.annotations.NullMarked;
