package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.service.PutObjectService;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a writer gets: one commit of all the bytes, or none. */
final class PutObjectTest extends ServiceTest {
    private final PutObjectService service = new PutObjectService(files.branches(), files.committer());

    private PutObjectUseCase.Result put(String key, ObjectAttributes attributes, UploadBody body) throws IOException {
        return service.putObject(
                new PutObjectUseCase.Command(ANYONE, BUCKET, key(key), attributes, WriteCondition.NONE, body));
    }

    @Test
    void writesAllBytesInOneCommitHoweverTheyCome() throws IOException {
        String text = "0123456789".repeat(50_000);
        InputStream trickling = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 777));
            }
        };
        PutObjectUseCase.Result result =
                put("a", ObjectAttributes.NONE, new TextBody(trickling, Optional.empty(), List.of()));
        assertThat(result.versionId()).contains(head().id());
        assertThat(result.file().sizeBytes()).isEqualTo(500_000);
        assertThat(read("a")).isEqualTo(text);
    }

    @Test
    void keepsTheAttributesWithTheChecksumsOfTheBody() throws IOException {
        ObjectAttributes given = new ObjectAttributes(
                Map.of(HeaderName.CONTENT_TYPE, "text/plain"), new TreeMap<>(), new TreeMap<>(), List.of());
        List<ContentChecksum> checksums = List.of(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg=="));
        put("a", given, new TextBody(TextBody.of("hello").stream(), Optional.empty(), checksums));
        try (GetObjectUseCase.Result result = get(BUCKET, "a", Optional.empty())) {
            assertThat(result.file().attributes()).isEqualTo(given.withChecksums(checksums));
        }
    }

    @Test
    void makesNoCommitWhenTheBodyBreaksOff() {
        CommitInfo before = head();
        IOException broken = new IOException("the client has gone");
        InputStream breaking = new SequenceInputStream(TextBody.of("half").stream(), new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw broken;
            }
        });
        assertThatThrownBy(() -> put("a", ObjectAttributes.NONE, new TextBody(breaking, Optional.empty(), List.of())))
                .isSameAs(broken);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void makesNoCommitOfOtherBytesThanAnnounced() {
        CommitInfo before = head();
        Optional<ContentHash> announced = Optional.of(new ContentHash("0".repeat(64)));
        assertRefused(
                FailureKind.CONTENT_HASH_MISMATCH,
                () -> put(
                        "a", ObjectAttributes.NONE, new TextBody(TextBody.of("hello").stream(), announced, List.of())));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void makesNoCommitWhenTheConditionFails() {
        put("a", "old");
        CommitInfo before = head();
        assertRefused(
                FailureKind.PRECONDITION_FAILED,
                () -> service.putObject(new PutObjectUseCase.Command(
                        ANYONE, BUCKET, key("a"), ObjectAttributes.NONE, WriteCondition.ABSENT, TextBody.of("new"))));
        assertThat(head()).isEqualTo(before);
        assertThat(read("a")).isEqualTo("old");
    }

    @Test
    void admitsWithoutReadingAByteAndWithoutACommit() {
        CommitInfo before = head();
        service.admit(ANYONE, BUCKET);
        assertThat(head()).isEqualTo(before);
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> service.admit(ANYONE, MISSING));
    }

    @Test
    void takesADirectoryMarkerWithOrWithoutABody() {
        put("dir/", "");
        put("dir/sub/", "body");
        assertThat(read("dir/")).isEmpty();
        assertThat(read("dir/sub/")).isEqualTo("body");
    }
}
