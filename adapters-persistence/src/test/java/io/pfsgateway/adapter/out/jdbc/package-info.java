/** The database's roles under the contracts of the test kit, on H2 and on a PostgreSQL, and what databases add to them. */
@NullMarked
package io.pfsgateway.adapter.out.jdbc;

import org.jspecify.annotations.NullMarked;
