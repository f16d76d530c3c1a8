/** Tests of the values in this package: what they take, what they refuse, what they mean. */
@NullMarked
package io.pfsgateway.domain.file;

import org.jspecify.annotations.NullMarked;
