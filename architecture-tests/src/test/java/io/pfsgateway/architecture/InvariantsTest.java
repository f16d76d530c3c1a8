package io.pfsgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code INVARIANTS.md} against the sources: a test that it names is there. */
final class InvariantsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern RULE = Pattern.compile("(?m)^\\d+\\. ");

    @Test
    void everyRuleNamesWhatEnforcesIt() throws IOException {
        String text = Files.readString(ROOT.resolve("INVARIANTS.md"));

        assertThat(text.split("\\*Enforced by:\\*", -1))
                .hasSize((int) RULE.matcher(text).results().count() + 1);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(DocumentedNames.below(ROOT).missingOf(Files.readString(ROOT.resolve("INVARIANTS.md"))))
                .isEmpty();
    }
}
