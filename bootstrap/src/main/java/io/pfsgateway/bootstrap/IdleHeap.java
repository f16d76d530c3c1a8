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
    /** So long after the last collection at least. One took some 50 ms of a processor where 50 MB lived. */
    static final Duration INTERVAL = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(IdleHeap.class);

    private IdleHeap() {}

    /** Has the G1 collector do so, unless the command line says when it is to. Others do what they do. */
    static void giveBack() {
        try {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            VMOption interval = jvm.getVMOption(INTERVAL_MILLIS);
            if (interval.getOrigin() == VMOption.Origin.DEFAULT) {
                jvm.setVMOption(INTERVAL_MILLIS, String.valueOf(INTERVAL.toMillis()));
            }
        } catch (RuntimeException | LinkageError unknown) {
            // A gateway that serves goes on serving on a JVM that has none of this.
            LOG.debug("This JVM cannot be told {}", INTERVAL_MILLIS, unknown);
        }
    }
}
