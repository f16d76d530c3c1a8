/**
 * Which S3 action a request means. {@link S3Action} is the table of them all, each with the method, the kind of target and the
 * sub-resource by which it is known; the {@link Router} finds exactly one, or refuses.
 *
 * <p>The trap: a sub-resource is a parameter without a value, and one that is not known must never be passed over, or
 * {@code ?something} would answer with a list or an object in place of what was asked for.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.routing;

import org.jspecify.annotations.NullMarked;
