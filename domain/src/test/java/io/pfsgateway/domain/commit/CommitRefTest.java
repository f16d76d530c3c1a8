package io.pfsgateway.domain.commit;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.failure.FailureKind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommitRefTest {
    private static final String ID = "0123456789ab4def8123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "HEAD, 0",
        "HEAD^, 1",
        "HEAD^^^, 3",
        "HEAD^0, 0",
        "HEAD^3, 3",
        "HEAD^999999999999999999, 999999999999999999"
    })
    void countsBackFromTheHead(String text, long ancestors) {
        assertThat(CommitRef.parse(text)).isEqualTo(new CommitRef(Optional.empty(), ancestors));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "^, 1", "^^, 2", "^2, 2"})
    void countsBackFromACommit(String carets, long ancestors) {
        assertThat(CommitRef.parse(ID + carets)).isEqualTo(new CommitRef(Optional.of(new CommitId(ID)), ancestors));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "head",
                "^",
                "HEAD^-1",
                "HEAD^^2",
                "HEAD~1",
                "HEAD ^",
                " HEAD",
                "HEAD^1000000000000000000",
                "master^",
                "0123456789AB4DEF8123456789ABCDEF",
                "0123456789ab4def8123456789abcde",
                "0123456789abcdef0123456789abcdef"
            })
    void refusesWhatIsNoReference(String text) {
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> CommitRef.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "HEAD^2", ID, ID + "^7"})
    void readsBackWhatItWrites(String text) {
        assertThat(CommitRef.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef",
                "0123456789ab4def0123456789abcdef",
                "0123456789ab4defc123456789abcdef",
                "0123456789ab4def8123456789abcdeg",
                "0123456789AB4DEF8123456789ABCDEF",
                "01234567-89ab-4def-8123-456789abcdef",
                ""
            })
    void takesOnlyVersionFourShapesForCommitIds(String text) {
        assertThat(CommitId.tryParse(text)).isEmpty();
        assertRefused(FailureKind.INVALID_ARGUMENT, () -> new CommitId(text));
    }
}
