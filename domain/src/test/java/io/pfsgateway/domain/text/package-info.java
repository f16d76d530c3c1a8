@NullMarked
package io.pfsgateway.domain.text;

import org.jspecify.annotations.NullMarked;
