@NullMarked
package io.pfsgateway.domain.cors;

import org.jspecify.annotations.NullMarked;
