@NullMarked
package io.pfsgateway.domain.tag;

import org.jspecify.annotations.NullMarked;
