/** Points in a branch's history, and the ways to name them. */
@NullMarked
package io.pfsgateway.domain.commit;

import org.jspecify.annotations.NullMarked;
