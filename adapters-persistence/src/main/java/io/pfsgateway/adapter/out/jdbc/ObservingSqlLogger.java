package io.pfsgateway.adapter.out.jdbc;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells an observer of what Jdbi carries out. */
record ObservingSqlLogger(DatabaseObserver observer) implements SqlLogger {
    @Override
    public void logAfterExecution(StatementContext context) {
        observer.statementEnded(context.getElapsedTime(ChronoUnit.NANOS), false);
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        observer.statementEnded(context.getElapsedTime(ChronoUnit.NANOS), true);
    }
}
