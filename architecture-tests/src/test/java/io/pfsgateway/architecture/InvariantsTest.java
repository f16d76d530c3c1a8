package io.pfsgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code INVARIANTS.md} against the sources: a test that it names is there. */
final class InvariantsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern RULE = Pattern.compile("(?m)^\\d+\\. ");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

    @Test
    void everyRuleNamesWhatEnforcesIt() throws IOException {
        String text = Files.readString(ROOT.resolve("INVARIANTS.md"));

        assertThat(text.split("\\*Enforced by:\\*", -1))
                .hasSize((int) RULE.matcher(text).results().count() + 1);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Matcher named = NAMED.matcher(Files.readString(ROOT.resolve("INVARIANTS.md")));
        List<String> missing = new ArrayList<>();
        for (MatchResult name : named.results().toList()) {
            if (!isThere(name.group(1), name.group(2) == null ? "" : name.group(2))) {
                missing.add(name.group());
            }
        }

        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String type, String method) throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 20, (path, attributes) -> path.endsWith(type + ".java"))) {
            for (Path file : files.toList()) {
                if (method.isEmpty() || Files.readString(file).contains("void " + method + "(")) {
                    return true;
                }
            }
        }
        return false;
    }
}
