package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Threads that are interrupted while they work on an H2 file, which Java's file channels take badly. */
final class H2InterruptTest {
    private static final int ROUNDS = 30;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Test
    void anInterruptedCallSpoilsNothingForOthers() {
        Upload upload = Uploads.of("key");
        DATABASE.uploads().registry().begin(upload);
        List<RegisteredPart> acknowledged = new ArrayList<>();
        for (int number = 1; number <= ROUNDS; number++) {
            RegisteredPart interrupted = Uploads.part(2 * number, "interrupted" + number);
            if (isTakenWhileInterrupted(upload, interrupted)) {
                acknowledged.add(interrupted);
            }
            RegisteredPart plain = Uploads.part(2 * number - 1, "plain" + number);
            DATABASE.uploads().registry().putPart(upload.id(), plain);
            acknowledged.add(plain);
        }

        assertThat(DATABASE.uploads().registry().parts(upload.id(), Optional.empty(), PartNumber.MAX))
                .containsAll(acknowledged);
    }

    private static boolean isTakenWhileInterrupted(Upload upload, RegisteredPart part) {
        Thread.currentThread().interrupt();
        try {
            DATABASE.uploads().registry().putPart(upload.id(), part);
            return true;
        } catch (FileSystemFailure failure) {
            assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
            return false;
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
