package io.pfsgateway.adapter.out.keysfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysFileParserTest {
    private static final KeysFile FILE = new KeysFile(Path.of("keys.yaml"));
    private static final String SECRET = "wJalrXUtnFEMI";

    @Test
    void readsKeysAndWhatAnonymousMayDo() {
        AccessKeys keys = parse("""
                keys:
                  - access-key: A
                    secret-key: "wJalrXUtnFEMI"
                    buckets: {"*": admin, "master.images": read}
                  - {access-key: "007", secret-key: S, buckets: {master.logs: write}}
                anonymous: {"master.public": read}
                """);

        assertThat(keys.credentials().values())
                .containsExactlyInAnyOrder(
                        new Credential(
                                new AccessKey("A"),
                                new SecretKey(SECRET),
                                List.of(grant("*", Right.ADMIN), grant("master.images", Right.READ))),
                        new Credential(
                                new AccessKey("007"), new SecretKey("S"), List.of(grant("master.logs", Right.WRITE))));
        assertThat(keys.anonymous()).containsExactly(grant("master.public", Right.READ));
    }

    @Test
    void givesAnonymousNothingUnlessToldOtherwise() {
        assertThat(parse("keys: []").anonymous()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "keys: [{access-key: A, secret-key: wJalrXUtnFEMI, buckets: {'*': own}}]"
                        + "|needs one of read, write, admin at keys[0].buckets, entry 1",
                "keys: [{access-key: A, secret-key: wJalrXUtnFEMI, bucket: {'*': read}}]"
                        + "|has a field in keys[0] that is none of access-key, buckets, secret-key",
                "keys: [{access-key: A, secret-key: wJalrXUtnFEMI, buckets: {'a.b.c.d': read}}]"
                        + "|has a malformed bucket pattern at keys[0].buckets, entry 1",
                "keys: [{access-key: A, secret-key: wJalrXUtnFEMI}]|needs a mapping of bucket patterns",
                "keys: [{access-key: A, secret-key: 0123, buckets: {}}]|in quotes if it looks like a number, at keys[0].secret-key",
                "keys: [{access-key: '', secret-key: wJalrXUtnFEMI, buckets: {}}]|needs text",
                "keys: [{secret-key: wJalrXUtnFEMI, buckets: {}}]|at keys[0].access-key",
                "keys: [{access-key: A, secret-key: {wJalrXUtnFEMI: 1}, buckets: {}}]|at keys[0].secret-key",
                "keys: [{access-key: A, secret-key: &s wJalrXUtnFEMI, buckets: {}}, {access-key: B, secret-key: *s, buckets: {}}]"
                        + "|has an alias or a tag, which it may not, at line 1",
                "keys: [{access-key: A, secret-key: !!str wJalrXUtnFEMI, buckets: {}}]|has an alias or a tag",
                "keys: [wJalrXUtnFEMI]|needs a mapping with access-key, buckets, secret-key in keys[0]",
                "keys: {access-key: A, secret-key: wJalrXUtnFEMI}|needs a list at keys",
                "wJalrXUtnFEMI|needs a mapping with anonymous, keys in the file",
                "''|needs a mapping with anonymous, keys in the file",
                "wJalrXUtnFEMI: []|has a field in the file that is none of anonymous, keys",
                "keys: [{access-key: A, secret-key: wJalrXUtnFEMI, secret-key: wJalrXUtnFEMI, buckets: {}}]"
                        + "|is not plain YAML, or has a name twice, at line 1",
                "keys: [{access-key: A, secret-key: 'wJalrXUtnFEMI, buckets: {}}]|is not plain YAML",
                "anonymous: [read]|needs a mapping of bucket patterns to read, write or admin at anonymous"
            })
    void refusesWhatIsNotAKeysFileWithoutQuotingIt(String text, String why) {
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> parse(text))
                .withMessageContaining(why)
                .withMessageNotContaining(SECRET)
                .withNoCause();
    }

    @Test
    void refusesASecondDocument() {
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> parse("keys: []\n---\nkeys: []\n"))
                .withMessageContaining("is not plain YAML");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatExceptionOfType(KeysFileRefused.class).isThrownBy(() -> parse(""));
    }

    @Test
    void refusesBytesThatAreNotText() {
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> KeysFileParser.parse(FILE, new byte[] {'k', ':', ' ', 0, 1, (byte) 0xff}));
    }

    @Test
    void refusesTheSameAccessKeyTwice() {
        String key = "{access-key: AKIA, secret-key: wJalrXUtnFEMI, buckets: {}}";
        assertThatExceptionOfType(KeysFileRefused.class)
                .isThrownBy(() -> parse("keys: [" + key + ", " + key + "]"))
                .withMessageContaining("has the access key AKIA twice")
                .withMessageNotContaining(SECRET);
    }

    private static AccessKeys parse(String text) {
        return KeysFileParser.parse(FILE, text.getBytes(UTF_8));
    }

    private static Grant grant(String pattern, Right right) {
        return new Grant(new BucketPattern(pattern), right);
    }
}
