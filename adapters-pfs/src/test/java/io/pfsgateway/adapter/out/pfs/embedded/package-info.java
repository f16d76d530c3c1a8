/** The embedded adapter under the contracts of its ports, on real folders, and tests of what is its own. */
@NullMarked
package io.pfsgateway.adapter.out.pfs.embedded;

import org.jspecify.annotations.NullMarked;
