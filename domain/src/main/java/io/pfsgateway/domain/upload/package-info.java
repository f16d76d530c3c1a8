/**
 * Multipart uploads: an object that comes in numbered parts, in any order, and becomes a file in one commit when it is
 * completed.
 *
 * <p>The nouns: an {@link io.pfsgateway.domain.upload.Upload} is what was said when it was begun, under an {@link
 * io.pfsgateway.domain.upload.UploadId}; a {@link io.pfsgateway.domain.upload.PartNumber} orders its parts, each of which may be
 * sent again as long as the upload is open.
 *
 * <p>The trap: an upload's id means nothing without its branch and key; whoever names another one is told that there is no such
 * upload.
 */
@NullMarked
package io.pfsgateway.domain.upload;

import org.jspecify.annotations.NullMarked;
