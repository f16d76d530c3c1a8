/** What probes are told. */
@NullMarked
package io.pfsgateway.bootstrap.admin;

import org.jspecify.annotations.NullMarked;
