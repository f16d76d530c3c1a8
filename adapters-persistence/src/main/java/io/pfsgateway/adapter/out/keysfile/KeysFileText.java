package io.pfsgateway.adapter.out.keysfile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The YAML of a keys file as a tree: one document, plain, with no name twice in one mapping. */
final class KeysFileText {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private KeysFileText() {}

    /** The tree. What the parser has to say about malformed text stays here, as it quotes the text. */
    static JsonNode parse(KeysFile file, byte[] text) {
        try {
            refuseAliases(file, text);
            return YAML.readTree(text);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            throw file.refused("is not plain YAML, or has a name twice"
                    + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException unexpected) {
            throw new UncheckedIOException("Reading from memory failed", unexpected);
        }
    }

    /** In a tree an alias would read as its own name: a secret that anyone can guess. */
    private static void refuseAliases(KeysFile file, byte[] text) throws IOException {
        try (YAMLParser tokens = YAML.getFactory().createParser(text)) {
            while (tokens.nextToken() != null) {
                if (tokens.isCurrentAlias() || tokens.getTypeId() != null) {
                    throw file.refused("has an alias or a tag, which it may not, at line "
                            + tokens.currentTokenLocation().getLineNr());
                }
            }
        }
    }
}
