/**
 * Who makes a request, decided before anything else of it is looked at and before its body is asked for. {@link KeyAccess} checks
 * signatures; {@link OpenAccess} asks nobody who they are, and is therefore closed to web pages, which could otherwise be made
 * to speak with a gateway on the user's own machine. What the caller may do is decided by the use cases.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.access;

import org.jspecify.annotations.NullMarked;
