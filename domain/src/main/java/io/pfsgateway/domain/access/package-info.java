/** Who may do what with which bucket. */
@NullMarked
package io.pfsgateway.domain.access;

import org.jspecify.annotations.NullMarked;
