package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {
    private static void refused(InetSocketAddress listen, Optional<String> domain, int maxRequests, Duration drain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HttpSettings(listen, Optional.empty(), AccessSettings.KEYS, domain, maxRequests, drain));
    }

    @Test
    void refusesWhatCannotBeServed() {
        InetSocketAddress loopback = RunningGateway.loopback();

        refused(InetSocketAddress.createUnresolved("nowhere.invalid", 1), Optional.empty(), 1, Duration.ZERO);
        refused(loopback, Optional.of(" "), 1, Duration.ZERO);
        refused(loopback, Optional.of(".example.test"), 1, Duration.ZERO);
        refused(loopback, Optional.empty(), 0, Duration.ZERO);
        refused(loopback, Optional.empty(), 1, Duration.ofSeconds(-1));
    }
}
