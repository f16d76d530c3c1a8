package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.failure.FileSystemFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows through another; one that is no row of the gateway's is corrupt, and nothing that a client has done wrong. */
record CheckedRow<T>(RowMapper<T> mapper) implements RowMapper<T> {
    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        try {
            return mapper.map(row, context);
        } catch (RuntimeException refusedByItsType) {
            throw FileSystemFailure.corrupt(refusedByItsType);
        }
    }
}
