package io.pfsgateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IdleHeapTest {
    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final String before = interval();

    private String interval() {
        return jvm.getVMOption(IdleHeap.INTERVAL_MILLIS).getValue();
    }

    @AfterEach
    void restore() {
        jvm.setVMOption(IdleHeap.INTERVAL_MILLIS, before);
    }

    @Test
    void leavesAnIntervalThatSomebodyHasSet() {
        jvm.setVMOption(IdleHeap.INTERVAL_MILLIS, "1234567");
        IdleHeap.giveBack();
        assertThat(interval()).isEqualTo("1234567");
    }
}
