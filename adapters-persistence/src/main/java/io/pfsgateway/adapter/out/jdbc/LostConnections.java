package io.pfsgateway.adapter.out.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Tells the pool which connections to throw away: H2's errors are not among those that it knows. */
final class LostConnections implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return JdbcFailures.isOfNoMoreUse(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
