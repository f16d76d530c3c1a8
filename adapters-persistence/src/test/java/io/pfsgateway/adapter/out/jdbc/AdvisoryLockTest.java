package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

final class AdvisoryLockTest {
    /** A connection whose driver fails with what is no failure of SQL when its transaction is given up. */
    private static Connection failing(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("rollback")) {
                        throw new IllegalStateException("The driver has a fault");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Test
    void letsTheTurnGoWhateverItsDriverThrows() throws SQLException {
        AtomicInteger passed = new AtomicInteger();
        try (Connection real = DriverManager.getConnection("jdbc:h2:mem:")) {
            Handle handle = Jdbi.create(() -> failing(real)).open();
            handle.begin();
            AdvisoryLock lock = new AdvisoryLock(handle, passed::incrementAndGet);

            assertThatIllegalStateException().isThrownBy(lock::close);
            lock.close();
        }
        assertThat(passed.get()).isEqualTo(1);
    }
}
