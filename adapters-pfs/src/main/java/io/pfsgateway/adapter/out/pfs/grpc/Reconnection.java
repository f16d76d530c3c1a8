package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tries to connect at an even pace while the server is away. By itself gRPC pauses ever longer, up to two minutes, and refuses all
 * calls meanwhile, so that a server that is back would not be noticed for as long.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/connection-backoff.md">gRPC Connection Backoff Protocol</a>
 */
final class Reconnection implements AutoCloseable {
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "pachd-reconnection");
        made.setDaemon(true);
        return made;
    });

    private Reconnection() {}

    static Reconnection start(ManagedChannel channel, Duration pause) {
        Reconnection started = new Reconnection();
        // It ends with the thread, and what it does throws nothing.
        Future<?> unused = started.thread.scheduleWithFixedDelay(
                () -> tryAgain(channel), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return started;
    }

    private static void tryAgain(ManagedChannel channel) {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
