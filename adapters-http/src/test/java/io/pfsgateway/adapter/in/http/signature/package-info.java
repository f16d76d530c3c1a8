/** Signatures held against the published examples, and against requests signed afresh by an independent reckoning. */
@NullMarked
package io.pfsgateway.adapter.in.http.signature;

import org.jspecify.annotations.NullMarked;
