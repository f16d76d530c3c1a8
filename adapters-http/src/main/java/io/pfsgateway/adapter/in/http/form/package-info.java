/**
 * Uploads from web pages: an HTML form posted to a bucket. A {@link FormReader} takes the form apart while it comes, fields first and
 * the file last; the {@link PostPolicy} that the form carries, signed by whoever made the page, says what its fields may be and how long
 * the file.
 *
 * <p>The traps: everything the form says stands in the body, so nothing is known of it before the body is read, and nothing of the file
 * may be held; what comes behind the file is not part of the form; and a field that no condition speaks of could have been added by
 * anyone, so it refuses the whole form.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>
 */
@NullMarked
package io.pfsgateway.adapter.in.http.form;

import org.jspecify.annotations.NullMarked;
