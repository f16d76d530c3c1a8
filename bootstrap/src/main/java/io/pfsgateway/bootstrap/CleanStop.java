package io.pfsgateway.bootstrap;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a signal to stop sets off: the gateway is closed and the process ended with 0, or with 1 if something could not be
 * closed.
 *
 * @param end ends the process with an exit code
 */
record CleanStop(AutoCloseable gateway, IntConsumer end) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CleanStop.class);

    @Override
    public void run() {
        LOG.info("Stopping: no new requests are taken, those under way are finished");
        try {
            gateway.close();
            LOG.info("Stopped");
            end.accept(0);
        } catch (Exception failure) {
            LOG.error("The stop was not clean", failure);
            end.accept(1);
        }
    }
}
