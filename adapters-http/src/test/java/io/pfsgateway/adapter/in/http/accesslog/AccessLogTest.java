package io.pfsgateway.adapter.in.http.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pfsgateway.adapter.in.http.routing.S3Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AccessLogTest {
    @TempDir
    Path folder;

    private static void end(AccessLog log, String key) {
        log.requestEnded(new Ended().of(key).as(S3Action.GET_OBJECT, 200, 1));
    }

    private static void awaitLine(Path file, String key) {
        await().until(() -> Files.exists(file) && Files.readString(file).contains(" " + key + " "));
    }

    @Test
    void writesALineForEachRequestAndKeepsThoseOfAnEarlierStart() throws Exception {
        Path file = folder.resolve("access.log");
        for (String start : List.of("first", "second")) {
            try (AccessLog log = AccessLog.open(new LogTarget(Optional.of(file)))) {
                end(log, start + "-one");
                end(log, start + "-two");
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(Files.readString(file)).contains(" first-one ", " first-two ", " second-one ", " second-two ");
    }

    @Test
    void goesOnInANewFileWhenItsOwnWasMovedAway() throws Exception {
        Path file = folder.resolve("access.log");
        Path moved = folder.resolve("access.log.1");
        try (AccessLog log = AccessLog.open(new LogTarget(Optional.of(file)))) {
            end(log, "before");
            awaitLine(file, "before");
            Files.move(file, moved);
            end(log, "after");
            awaitLine(file, "after");
        }

        assertThat(Files.readAllLines(moved)).hasSize(1);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void goesOnAtTheBeginningWhenItsFileWasCutOff() throws Exception {
        Path file = folder.resolve("access.log");
        try (AccessLog log = AccessLog.open(new LogTarget(Optional.of(file)))) {
            end(log, "before");
            awaitLine(file, "before");
            Files.write(file, new byte[0]);
            end(log, "after");
            awaitLine(file, "after");
        }

        assertThat(Files.readString(file)).doesNotContain("before").doesNotContain("\0");
    }

    @Test
    void dropsAndCountsWhatASlowDiskCannotTakeAndHoldsNobodyUp() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (AccessLog log = AccessLog.start(sink(writing, goOn), 4)) {
            end(log, "held");
            writing.await();
            for (int each = 0; each < 10; each++) {
                end(log, "more");
            }
            assertThat(log.dropped()).isEqualTo(6);
            goOn.countDown();
        }
    }

    @Test
    void countsWhatCouldNotBeWritten() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone")).resolve("access.log");
        AccessLog log = AccessLog.open(new LogTarget(Optional.of(gone)));
        Files.delete(gone);
        Files.delete(folder.resolve("gone"));
        end(log, "lost");
        log.close();

        assertThat(log.dropped()).isEqualTo(1);
    }

    private static LogSink sink(CountDownLatch writing, CountDownLatch goOn) {
        return new LogSink() {
            @Override
            public void write(byte[] lines) throws IOException {
                writing.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException hurried) {
                    throw new IOException(hurried);
                }
            }

            @Override
            public void close() {}
        };
    }
}
