@NullMarked
package io.pfsgateway.pfs.commit;

import org.jspecify.annotations.NullMarked;
