package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pfsgateway.application.service.TokenAuthenticateService;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.testkit.fake.InMemoryCallerIdentity;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import io.pfsgateway.testkit.fake.InMemoryTokenAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A gateway whose callers are users of the file system, before one that knows them by their tokens. */
class TokensModeTest {
    private static final String ALICE = "alices-token-0123456789";
    private static final String BOB = "bobs-token-0123456789";
    private static final String OBJECT = "/master.images/key";

    private final InMemoryTokenAuthority authority = new InMemoryTokenAuthority();
    private final InMemoryCallerIdentity identity = new InMemoryCallerIdentity(new FileSystemToken("own"));
    private final Set<Optional<FileSystemToken>> names = ConcurrentHashMap.newKeySet();
    private HttpGateway gateway = started(false);

    TokensModeTest() {
        authority.give(new FileSystemToken(ALICE), "user:alice", Optional.empty());
        authority.give(new FileSystemToken(BOB), "user:bob", Optional.empty());
    }

    private HttpGateway started(boolean presignWithToken) {
        AccessSettings access = new AccessSettings(SecurityMode.TOKENS, false, true, presignWithToken);
        HttpSettings settings = new HttpSettings(
                RunningGateway.loopback(), Optional.empty(), access, Optional.empty(), 16, Duration.ofSeconds(10));
        WatchedFileSystem files = new WatchedFileSystem(this::decide);
        return RunningGateway.start(
                settings,
                ServicesInMemory.on(
                        files.on(new InMemoryFileSystem().roles()), new TokenAuthenticateService(authority, identity)),
                Clock.systemUTC());
    }

    /** The file system's own rights: Bob has none. */
    private void decide() {
        Optional<FileSystemToken> shown = identity.shown();
        names.add(shown);
        if (shown.filter(new FileSystemToken(BOB)::equals).isPresent()) {
            throw AccessFailure.denied("images");
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static RequestSigner signer(String token) {
        return new RequestSigner(token, token, Instant.now());
    }

    private Reply send(RequestSigner signer, String method, String path, String query, String body) {
        String target = query.isEmpty() ? path : path + "?" + query;
        try (RawConnection connection = new RawConnection(gateway.address())) {
            connection.send(method + " " + target + " HTTP/1.1\r\n"
                    + signer.headerLines(method, path, query, RequestSigner.sha256(body), Map.of())
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            return connection.read();
        }
    }

    private Reply sendPlain(String method, String target) {
        try (RawConnection connection = new RawConnection(gateway.address())) {
            return connection.request(method, target, "Content-Length: 0");
        }
    }

    private void putAnObject() {
        assertThat(send(signer(ALICE), "PUT", "/master.images", "", "").status())
                .isEqualTo(200);
        assertThat(send(signer(ALICE), "PUT", OBJECT, "", "content").status()).isEqualTo(200);
    }

    @Test
    void asksTheFileSystemInTheCallersNameToTheLastByteAndOnOtherThreads() {
        putAnObject();
        assertThat(send(signer(ALICE), "GET", OBJECT, "", "").body()).isEqualTo("content");
        String id = send(signer(ALICE), "POST", OBJECT, "uploads=", "").xml().text("UploadId");
        String part = "partNumber=1&uploadId=" + id;
        String etag =
                send(signer(ALICE), "PUT", OBJECT, part, "part").header("etag").orElseThrow();
        String list = "<CompleteMultipartUpload>" + Multipart.listed(1, etag) + "</CompleteMultipartUpload>";
        assertThat(send(signer(ALICE), "POST", OBJECT, "uploadId=" + id, list).status())
                .isEqualTo(200);
        assertThat(send(signer(ALICE), "GET", OBJECT, "", "").body()).isEqualTo("part");

        assertThat(names).containsExactly(Optional.of(new FileSystemToken(ALICE)));
    }

    @Test
    void letsTheFileSystemDecide() {
        putAnObject();
        assertThat(send(signer(BOB), "GET", OBJECT, "", "").error()).isEqualTo("403 AccessDenied");
        assertThat(send(signer(BOB), "PUT", OBJECT, "", "x").error()).isEqualTo("403 AccessDenied");
    }

    @Test
    void knowsNoOtherTokensAndNobodyWithoutOne() {
        putAnObject();
        assertThat(send(signer("nobodys-token"), "GET", OBJECT, "", "").error()).isEqualTo("403 InvalidAccessKeyId");
        assertThat(send(new RequestSigner(ALICE, "guess", Instant.now()), "GET", OBJECT, "", "")
                        .error())
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(sendPlain("GET", OBJECT).error()).isEqualTo("403 AccessDenied");
    }

    @Test
    void saysThatTheFileSystemHasNoUsers() {
        authority.deactivate();
        Reply reply = send(signer(ALICE), "GET", OBJECT, "", "");
        assertThat(reply.error()).isEqualTo("403 AccessDenied");
        assertThat(reply.body()).contains("not activated");
    }

    @Test
    void takesNoLinkThatShowsATokenUnlessItIsToldTo() {
        putAnObject();
        String link = OBJECT + "?" + signer(ALICE).presigned("GET", OBJECT, 60);
        assertThat(sendPlain("GET", link).error()).isEqualTo("403 AccessDenied");

        gateway.close();
        gateway = started(true);
        putAnObject();
        assertThat(sendPlain("GET", link).body()).isEqualTo("content");
    }

    @Test
    void repeatsNoTokenInAnswersAndLogs() {
        Logger log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            putAnObject();
            Reply mismatch = send(new RequestSigner(ALICE, "guess", Instant.now()), "GET", OBJECT, "", "");
            Reply unknown = send(signer(ALICE + "x"), "GET", OBJECT, "", "");
            Reply link = sendPlain("GET", OBJECT + "?" + signer(ALICE).presigned("GET", OBJECT, 60));

            assertThat(mismatch.body() + unknown.body() + link.body()).doesNotContain(ALICE);
            assertThat(lines.list).noneMatch(line -> line.getFormattedMessage().contains(ALICE));
        } finally {
            log.detachAppender(lines);
        }
    }
}
