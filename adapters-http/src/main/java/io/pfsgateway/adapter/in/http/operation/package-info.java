/**
 * One handler an action: it reads what the request says, drives one use case, and builds the answer. A {@link Call} is a request
 * with whoever makes it. What the gateway cannot honour is refused before a use case is asked; failures pass through to the edge,
 * which alone translates them.
 *
 * <p>The trap: a body is opened last, after everything that can be refused without it, since opening tells a waiting client to
 * send.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.operation;

import org.jspecify.annotations.NullMarked;
