package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file and the process that has it open. */
final class H2CrashTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    private JdbcBookkeeping open() {
        return JdbcBookkeeping.open(JdbcSettings.h2In(folder), Clock.systemUTC());
    }

    @Test
    void whatWasAcknowledgedSurvivesBeingKilled() throws Exception {
        List<String> journal = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (KilledProcess process = new KilledProcess(folder)) {
                process.await(100 + 150 * round);
                journal.addAll(process.kill());
            }
            try (JdbcBookkeeping bookkeeping = open()) {
                verify(bookkeeping.uploads(), journal);
            }
        }
    }

    @Test
    void aFileThatAnotherProcessHasOpenIsRefused() throws Exception {
        try (KilledProcess process = new KilledProcess(folder)) {
            process.await(1);

            assertThatExceptionOfType(JdbcRefused.class)
                    .isThrownBy(this::open)
                    .withMessageContaining(folder.toString())
                    .withMessageEndingWith("is in use by another process.");
        }
    }

    private static void verify(UploadBookkeeping uploads, List<String> journal) {
        Set<String> ending = new HashSet<>();
        for (String line : journal) {
            if (line.startsWith("ending ")) {
                ending.add(line.split(" ", -1)[1]);
            }
        }
        for (String line : journal) {
            String[] words = line.split(" ", -1);
            verify(uploads, words[0], new UploadId(words[1]), Integer.parseInt(words[2]), ending.contains(words[1]));
        }
    }

    /** What was about to end when the process was killed may have ended or not. */
    private static void verify(UploadBookkeeping uploads, String what, UploadId id, int number, boolean mayHaveEnded) {
        boolean ended = uploads.endings().ended(List.of(id)).contains(id);
        assertThat(uploads.registry().find(id).isEmpty()).isEqualTo(ended);
        if (what.equals("ended")) {
            assertThat(ended).isTrue();
        } else if (!mayHaveEnded) {
            assertThat(ended).isFalse();
        }
        if (what.equals("part") && !ended) {
            assertThat(uploads.registry().parts(id, Optional.empty(), UploadsUntilKilled.PARTS))
                    .contains(Uploads.part(number, "content" + number));
        }
        if (what.equals("tried") && !ended) {
            assertThat(uploads.endings().due(Uploads.BEGUN, Optional.empty(), 10_000))
                    .extracting(Upload::id)
                    .contains(id);
        }
    }
}
