package io.pfsgateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
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

    /** In one test, since an option that was set once never counts as untouched again. */
    @Test
    void isCollectedFromTimeToTimeUnlessSomebodySaidWhen() {
        assertThat(jvm.getVMOption(IdleHeap.INTERVAL_MILLIS).getOrigin()).isEqualTo(Origin.DEFAULT);
        IdleHeap.giveBack();
        assertThat(interval()).isEqualTo(String.valueOf(IdleHeap.INTERVAL.toMillis()));

        jvm.setVMOption(IdleHeap.INTERVAL_MILLIS, "1234567");
        IdleHeap.giveBack();
        assertThat(interval()).isEqualTo("1234567");
    }
}
