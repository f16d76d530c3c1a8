package io.pfsgateway.bootstrap.admin;

import java.util.List;

/**
 * Whether requests should be sent here, and what was found.
 *
 * @param lines one for each check that was made; none while the gateway starts or stops
 */
record ReadinessReport(boolean ready, List<String> lines) {
    /** It starts, stops, or is being asked by someone else who gets no answer. */
    static final ReadinessReport NOT_ASKED = new ReadinessReport(false, List.of());

    ReadinessReport {
        lines = List.copyOf(lines);
    }

    /** All of it, each line with its end. */
    String text() {
        StringBuilder text = new StringBuilder(ready ? "ready\n" : "not ready\n");
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
