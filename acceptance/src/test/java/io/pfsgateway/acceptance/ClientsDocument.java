package io.pfsgateway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The recipes of {@code docs/clients.md}: what its blocks hold, as it stands there. */
public final class ClientsDocument {
    private final String text;

    private ClientsDocument(String text) {
        this.text = text;
    }

    /** Reads the document that {@code clients.document} names. */
    public static ClientsDocument read() {
        try {
            return new ClientsDocument(Files.readString(Path.of(System.getProperty("clients.document"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The blocks of a kind below a heading, or all of that kind for the empty heading. */
    public List<String> blocks(String heading, String kind) {
        int start = heading.isEmpty() ? 0 : text.indexOf("\n## " + heading + "\n") + 1;
        int end = heading.isEmpty() ? -1 : text.indexOf("\n## ", start);
        Pattern block = Pattern.compile("^```" + kind + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
        return block.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The properties below a heading, with the address and the key of a gateway in place of those that are written there. */
    public Map<String, String> properties(String heading, GatewayProcess gateway) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String block : blocks(heading, "properties")) {
            block.lines().forEach(line -> {
                int space = line.indexOf(' ');
                properties.put(line.substring(0, space), line.substring(space + 1));
            });
        }
        properties.replaceAll((name, value) -> name.endsWith(".access.key")
                ? GatewayProcess.ACCESS_KEY
                : name.endsWith(".secret.key")
                        ? GatewayProcess.SECRET_KEY
                        : value.replace(
                                "http://127.0.0.1:30600", gateway.address().toString()));
        return properties;
    }
}
