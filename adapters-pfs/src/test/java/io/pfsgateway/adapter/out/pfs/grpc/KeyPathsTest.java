package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathsTest {
    private static void assertRefused(KeyPaths paths, String key, String rule) {
        assertThat(paths.find(new ObjectKey(key))).isEmpty();
        assertThatThrownBy(() -> paths.of(new ObjectKey(key))).isInstanceOfSatisfying(KeyFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.KEY_NOT_REPRESENTABLE);
            assertThat(failure.key()).isEqualTo(key);
            assertThat(failure).hasMessage(rule);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/b/c.txt",
                " ",
                "\"#$%&',-.:;<=>_`|~",
                "..a",
                "a.",
                "x/...",
                "A/9",
                "a b",
                " a",
                "a/ /b",
                "z~"
            })
    void holdsWhatPachdWasSeenToHoldAsItIs(String key) {
        assertThat(KeyPaths.plain().of(new ObjectKey(key))).isEqualTo("/" + key);
        assertThat(KeyPaths.plain().key("/" + key)).contains(new ObjectKey(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!", "(", ")", "*", "+", "?", "@", "[", "]", "^", "{", "}", "\\", "\t", "\u0001", "\u007f", "é", "日本",
                "/lead", "a//b", "/", "//", "a//", ".", "..", "a/./b", "a/../b", "a/..", "./", "../", "é/", "dir/ "
            })
    void refusesWhatPachdWouldLoseOrRename(String key) {
        assertRefused(KeyPaths.plain(), key, KeyPaths.RULE);
    }

    @Test
    void writesADirectoryMarkerAsTheFileThatComesFirstInItsDirectory() {
        for (KeyPaths paths : new KeyPaths[] {KeyPaths.plain(), KeyPaths.escaped()}) {
            assertThat(paths.of(new ObjectKey("dir/sub/"))).isEqualTo("/dir/sub/ ");
            assertThat(paths.key("/dir/sub/ ")).contains(new ObjectKey("dir/sub/"));
            assertThat(paths.directory("dir/sub/")).isEqualTo("/dir/sub");
            assertThat(paths.directory("")).isEqualTo("/");
            assertThat(paths.prefix("/dir/sub/")).contains("dir/sub/");
        }
    }

    @Test
    void refusesAKeyWhosePathWouldBeTooLong() {
        assertRefused(
                KeyPaths.plain(),
                "k".repeat(1023) + "/",
                "As this file system can hold it the key takes 1025 characters, and at most 1024 are allowed.");
        assertThat(KeyPaths.escaped().find(new ObjectKey("é".repeat(146)))).isPresent();
        assertRefused(
                KeyPaths.escaped(),
                "é".repeat(147),
                "As this file system can hold it the key takes 1029 characters, and at most 1024 are allowed.");
    }

    @Test
    void takesWhatNoKeyCanBeForNobodysFile() {
        assertThat(KeyPaths.plain().key("/a\\b")).isEmpty();
        assertThat(KeyPaths.plain().key("/" + "k".repeat(1025))).isEmpty();
        assertThat(KeyPaths.escaped().key("/" + "k".repeat(1025))).isEmpty();
        assertThat(KeyPaths.escaped().key("/a  b")).isEmpty();
    }
}
