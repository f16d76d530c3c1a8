package io.pfsgateway.bootstrap;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives memory back when little is asked of a gateway. What the heap has once grown to under load the JVM's collector keeps otherwise,
 * since it looks at what lives only when that has grown, too. Source: JEP 346, "Promptly Return Unused Committed Memory from G1".
 */
final class IdleHeap {
    static final String INTERVAL_MILLIS = "G1PeriodicGCInterval";
    /** So long after the last collection; one takes some 50 ms of a processor. */
    static final Duration INTERVAL = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(IdleHeap.class);

    private IdleHeap() {}

    /** Has this JVM do so, unless its command line says when it is to, or it has another collector. */
    static void giveBack() {
        try {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            VMOption interval = jvm.getVMOption(INTERVAL_MILLIS);
            if (interval.getOrigin() == VMOption.Origin.DEFAULT) {
                jvm.setVMOption(INTERVAL_MILLIS, String.valueOf(INTERVAL.toMillis()));
            }
        } catch (IllegalArgumentException unknown) {
            LOG.debug("This JVM has no {}", INTERVAL_MILLIS, unknown);
        }
    }
}
