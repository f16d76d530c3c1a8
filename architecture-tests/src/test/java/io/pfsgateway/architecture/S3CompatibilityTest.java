package io.pfsgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.routing.S3Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/s3-compatibility.md} against what the router knows. */
final class S3CompatibilityTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "s3-compatibility.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| (supported|canned|refused) \\|.*");

    @Test
    void documentsEveryActionAsTheRouterKnowsIt() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (S3Action action : S3Action.values()) {
            known.put(action.s3Name(), action.support().name().toLowerCase(Locale.ROOT));
        }

        assertThat(documented()).isEqualTo(known);
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(rows.put(row.group(1), row.group(2)))
                        .as(row.group(1))
                        .isNull();
            }
        }
        return rows;
    }
}
