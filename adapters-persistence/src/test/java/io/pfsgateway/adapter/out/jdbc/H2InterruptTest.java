package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Threads that are interrupted while they work on an H2 file, which Java's file channels take badly. */
final class H2InterruptTest {
    private static final int ROUNDS = 30;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @TempDir
    Path folder;

    @Test
    void anInterruptedCallSpoilsNothingForOthers() {
        Upload upload = Uploads.of("key");
        DATABASE.uploads().registry().begin(upload);
        List<RegisteredPart> acknowledged = new ArrayList<>();
        for (int number = 1; number <= ROUNDS; number++) {
            RegisteredPart interrupted = Uploads.part(2 * number, "interrupted" + number);
            if (isTakenWhileInterrupted(DATABASE.bookkeeping(), upload, interrupted)) {
                acknowledged.add(interrupted);
            }
            RegisteredPart plain = Uploads.part(2 * number - 1, "plain" + number);
            DATABASE.uploads().registry().putPart(upload.id(), plain);
            acknowledged.add(plain);
        }

        assertThat(DATABASE.uploads().registry().parts(upload.id(), Optional.empty(), PartNumber.MAX))
                .containsAll(acknowledged);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileThatWasClosedByAFaultIsOpenedAnew() {
        // A plain file, which an interrupt closes, as a full disk closes any.
        JdbcSettings plain = JdbcSettings.of(
                JdbcSettings.h2In(folder).url().replace(":async:", ":file:"), Optional.of("gateway"), Optional.of(""));
        Upload upload = Uploads.of("key");
        try (JdbcBookkeeping bookkeeping = JdbcBookkeeping.open(plain, Clock.systemUTC())) {
            bookkeeping.uploads().registry().begin(upload);
            boolean taken = true;
            for (int number = 1; taken; number++) {
                taken = isTakenWhileInterrupted(bookkeeping, upload, Uploads.part(number, "content"));
            }
            boolean reachable = false;
            while (!reachable) {
                reachable = bookkeeping.isReachable();
            }
            assertThat(bookkeeping.uploads().registry().find(upload.id())).contains(upload);
            assertThat(bookkeeping.uploads().registry().putPart(upload.id(), Uploads.part(PartNumber.MAX, "last")))
                    .isEmpty();
        }
    }

    private static boolean isTakenWhileInterrupted(JdbcBookkeeping bookkeeping, Upload upload, RegisteredPart part) {
        Thread.currentThread().interrupt();
        try {
            bookkeeping.uploads().registry().putPart(upload.id(), part);
            return true;
        } catch (FileSystemFailure failure) {
            assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
            return false;
        } finally {
            Thread.interrupted();
        }
    }
}
