/**
 * The bytes of files. A {@link io.pfsgateway.pfs.content.ContentWriter} streams them in, hashing as they pass; small ones
 * ride in the content's record, large ones in a blob file that is on disk before the content may be committed. A
 * {@link io.pfsgateway.pfs.content.PinnedContent} reads them, and keeps them for as long as it is open.
 *
 * <p>The nouns: a <em>content</em> is a record with a number, counted by the rows, staged parts and other contents that
 * refer to it; a <em>pin</em> is a reader that is not done; a content that lost its last reference is <em>dead</em>, and is
 * <em>retired</em> when no pin holds it.
 *
 * <p>The trap to know: a blob file without a record is of an upload under way as long as its number was given out since the
 * folder was opened. Only older ones may be swept.
 */
@NullMarked
package io.pfsgateway.pfs.content;

import org.jspecify.annotations.NullMarked;
