package io.pfsgateway.adapter.out.keysfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class KeysFileCredentialStoreTest {
    private static final String FIRST = "keys: [{access-key: A, secret-key: first, buckets: {}}]";
    private static final String SECOND = "keys: [{access-key: A, secret-key: other, buckets: {}}]";

    private final HandClock clock = new HandClock();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(KeysFileCredentialStore.class);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFirst() throws IOException {
        file = folder.resolve("keys.yaml");
        write(FIRST);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void findsNobodyUnderAKeyThatIsNotInTheFile() {
        assertThat(open().find(new AccessKey("B"))).isEmpty();
    }

    @Test
    void takesOverANewVersionOfTheSameLength() throws IOException {
        KeysFileCredentialStore store = open();
        write(SECOND);

        assertThat(secret(store)).as("before the look is due").contains("first");
        clock.move(KeysFileCredentialStore.FRESHNESS);
        assertThat(secret(store)).contains("other");
        assertThat(lines()).singleElement().asString().contains("again: 1 access keys");
    }

    @Test
    void takesOverAVersionThatIsMovedIntoPlace() throws IOException {
        KeysFileCredentialStore store = open();
        Path next = folder.resolve("next");
        Files.writeString(next, SECOND);
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
        Files.delete(file);
        Files.move(next, file);

        clock.move(KeysFileCredentialStore.FRESHNESS);
        assertThat(secret(store)).contains("other");
    }

    @Test
    void keepsTheKeysWhenANewVersionIsBrokenAndSaysSoOnce() throws IOException {
        KeysFileCredentialStore store = open();
        write("keys: [{access-key: A, secret-key: \"hush");

        for (int i = 0; i < 3; i++) {
            clock.move(KeysFileCredentialStore.FRESHNESS);
            assertThat(secret(store)).contains("first");
        }
        assertThat(lines())
                .singleElement()
                .asString()
                .contains(file.toString(), "is not plain YAML", "stay in force")
                .doesNotContain("hush");

        write(SECOND);
        clock.move(KeysFileCredentialStore.FRESHNESS);
        assertThat(secret(store)).contains("other");
    }

    @Test
    void keepsTheKeysWhileTheFileIsGoneAndSaysSoEachTimeItGoes() throws IOException {
        KeysFileCredentialStore store = open();
        for (int i = 0; i < 2; i++) {
            Files.delete(file);
            clock.move(KeysFileCredentialStore.FRESHNESS);
            assertThat(secret(store)).contains("first");
            clock.move(KeysFileCredentialStore.FRESHNESS);
            assertThat(secret(store)).contains("first");
            write(FIRST);
            clock.move(KeysFileCredentialStore.FRESHNESS);
            assertThat(secret(store)).contains("first");
        }
        assertThat(lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("does not exist"));
    }

    @Test
    void keepsTheKeysWhenOthersMayReadTheNewVersion() throws IOException {
        KeysFileCredentialStore store = open();
        write(SECOND);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        clock.move(KeysFileCredentialStore.FRESHNESS);
        assertThat(secret(store)).contains("first");
        assertThat(lines()).singleElement().asString().contains("chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        clock.move(KeysFileCredentialStore.FRESHNESS);
        assertThat(secret(store)).contains("other");
    }

    @Test
    void looksAgainWhenTheClockWasSetBack() throws IOException {
        KeysFileCredentialStore store = open();
        write(SECOND);
        clock.move(Duration.ofDays(-1));
        assertThat(secret(store)).contains("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void refusesToStartOnAFileThatOthersMayTouch(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatExceptionOfType(KeysFileRefused.class).isThrownBy(this::open).withMessageContaining("chmod 600");
    }

    @Test
    void refusesToStartWithoutTheFile() {
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> KeysFileCredentialStore.open(folder.resolve("absent"), clock))
                .withMessageContaining("absent does not exist");
    }

    @Test
    void refusesToStartOnAFolder() throws IOException {
        Path made = Files.createDirectory(
                folder.resolve("made"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> KeysFileCredentialStore.open(made, clock))
                .withMessageContaining("cannot be read");
    }

    @Test
    void refusesToStartOnAFileOfUnlikelySize() throws IOException {
        write("#".repeat(KeysFile.MAX_BYTES + 1));
        assertThatExceptionOfType(KeysFileRefused.class).isThrownBy(this::open).withMessageContaining("is larger than");
    }

    private KeysFileCredentialStore open() {
        return KeysFileCredentialStore.open(file, clock);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Optional<String> secret(KeysFileCredentialStore store) {
        return store.find(new AccessKey("A")).map(Credential::secretKey).map(key -> key.value());
    }
}
