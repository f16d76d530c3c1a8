@NullMarked
package io.pfsgateway.pfs.store;

import org.jspecify.annotations.NullMarked;
