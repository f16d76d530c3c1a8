/** Values and rules of versioned files, free of any technology. */
@NullMarked
package io.pfsgateway.domain;

import org.jspecify.annotations.NullMarked;
