package io.pfsgateway.adapter.out.jdbc;

import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;

/**
 * Arrays as arguments of statements. PostgreSQL's driver takes one of byte strings only as a {@code byte[][]}, which Jdbi's own
 * arrays are not.
 */
final class ArrayArgument {
    private ArrayArgument() {}

    static Argument ofBytes(Collection<byte[]> elements) {
        return of("bytea", elements.toArray(byte[][]::new));
    }

    static Argument ofLongs(Collection<Long> elements) {
        return of("bigint", elements.toArray(Long[]::new));
    }

    private static Argument of(String elementType, Object[] elements) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(elementType, elements));
    }
}
