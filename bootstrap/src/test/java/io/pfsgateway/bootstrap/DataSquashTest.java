package io.pfsgateway.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsSettings;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.listing.Grouping;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Precondition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class DataSquashTest {
    private static final BranchName PHOTOS = new BranchName("default", "photos", "master");
    private static final BranchName NOTES = new BranchName("default", "notes", "master");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void saysWhatIsGoneAndWhatTheFolderHasThen() throws Exception {
        keepVersions();
        assertThat(squash("--older-than", "90d")).isEqualTo(Program.CLEAN);
        assertThat(text(out))
                .startsWith(data() + ": 6 commits are gone, with 4 versions of files of 8 bytes; the folder had ")
                .hasLineCount(1);
        assertThat(commits(PHOTOS)).isEqualTo(1);
    }

    @Test
    void leavesWhatIsYounger() throws Exception {
        keepVersions();
        assertThat(squash("--older-than", "5000h")).isEqualTo(Program.CLEAN);
        assertThat(text(out)).contains(": 0 commits are gone");
        assertThat(commits(PHOTOS)).isEqualTo(4);
    }

    @Test
    void onlySaysWhatWouldGoWhenItIsToRunDry() throws Exception {
        keepVersions();
        assertThat(squash("--older-than", "90", "--dry-run")).isEqualTo(Program.CLEAN);
        assertThat(text(out))
                .contains(": 6 commits would go, with 4 versions of files of 8 bytes. Nothing was changed.");
        assertThat(commits(PHOTOS)).isEqualTo(4);
    }

    @Test
    void isBoundedToOneBucket() throws Exception {
        keepVersions();
        assertThat(squash("--older-than", "90d", "--bucket", "master.photos")).isEqualTo(Program.CLEAN);
        assertThat(commits(PHOTOS)).isEqualTo(1);
        assertThat(commits(NOTES)).isEqualTo(4);
    }

    @Test
    void refusesABucketThatIsNotThere() throws Exception {
        keepVersions();
        assertThat(squash("--older-than", "90d", "--bucket", "other.photos")).isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains("There is no bucket other.photos").hasLineCount(1);
    }

    @Test
    void refusesAFolderThatHoldsNothing() {
        assertThat(squash("--older-than", "90d")).isEqualTo(Program.REFUSED);
        assertThat(text(err)).contains("There is no data in " + data()).hasLineCount(1);
        assertThat(data()).doesNotExist();
    }

    @Test
    void failsOnAFolderOfOtherFilesAndLeavesIt() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("file"), "text");
        assertThat(squash("--older-than", "90d")).isEqualTo(Program.FAILED);
        assertThat(text(err)).contains("holds no file system").hasLineCount(1);
        assertThat(data()).isDirectoryContaining("glob:**file");
    }

    @Test
    void failsOnAFolderThatIsOpen() throws Exception {
        keepVersions();
        try (EmbeddedPfs open = EmbeddedPfs.open(data(), PfsSettings.defaults())) {
            assertThat(open.branches().find(PHOTOS)).isPresent();
            assertThat(squash("--older-than", "90d")).isEqualTo(Program.FAILED);
            assertThat(squash("--older-than", "90d", "--dry-run")).isEqualTo(Program.FAILED);
        }
        assertThat(text(err)).contains(data() + " is in use by another process").hasLineCount(2);
    }

    private int squash(String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = "squash";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[arguments.length + 1] = "--data";
        line[arguments.length + 2] = data().toString();
        return new Program(Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(line);
    }

    /** Three versions of a file on each of two branches, a hundred days old. */
    private void keepVersions() throws IOException {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofDays(-100));
        try (EmbeddedPfs pfs = EmbeddedPfs.open(data(), PfsSettings.defaults().withClock(past))) {
            for (BranchName branch : new BranchName[] {PHOTOS, NOTES}) {
                pfs.branches().create(branch);
                for (String body : new String[] {"v1", "v2", "v3"}) {
                    put(pfs, branch, body);
                }
            }
        }
    }

    private static void put(EmbeddedPfs pfs, BranchName branch, String body) {
        try (ContentWriter writer = pfs.staging().newContent()) {
            writer.write(body.getBytes(UTF_8));
            pfs.files().put(branch, FilePath.of("file"), writer, Bytes.EMPTY, Precondition.NONE);
        }
    }

    private int commits(BranchName branch) throws IOException {
        try (EmbeddedPfs pfs = EmbeddedPfs.open(data(), PfsSettings.defaults())) {
            assertThat(pfs.lister()
                            .list(branch, CommitRef.HEAD, Grouping.NONE, Optional.empty(), 10)
                            .entries())
                    .hasSize(1);
            return pfs.history().commits(branch, CommitRef.HEAD, 100).size();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8);
    }
}
