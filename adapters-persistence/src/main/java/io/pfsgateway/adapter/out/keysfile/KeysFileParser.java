package io.pfsgateway.adapter.out.keysfile;

import com.fasterxml.jackson.databind.JsonNode;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.BucketPattern;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.access.SecretKey;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a keys file: {@code keys}, a list of {@code access-key}, {@code secret-key} and {@code buckets}, and {@code anonymous}
 * beside it. Anything else is refused: a misspelt field must not become a right that is silently missing.
 */
final class KeysFileParser {
    private final KeysFile file;

    private KeysFileParser(KeysFile file) {
        this.file = file;
    }

    static AccessKeys parse(KeysFile file, byte[] text) {
        return new KeysFileParser(file).accessKeys(KeysFileText.parse(file, text));
    }

    private AccessKeys accessKeys(JsonNode root) {
        allowOnly(root, "the file", Set.of("keys", "anonymous"));
        JsonNode keys = root.path("keys");
        if (!keys.isArray() && !keys.isMissingNode()) {
            throw file.refused("needs a list at keys");
        }
        Map<AccessKey, Credential> credentials = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Credential credential = credential(keys.path(i), "keys[" + i + "]");
            if (credentials.put(credential.accessKey(), credential) != null) {
                throw file.refused("has the access key " + credential.accessKey() + " twice");
            }
        }
        JsonNode anonymous = root.path("anonymous");
        return new AccessKeys(credentials, anonymous.isMissingNode() ? List.of() : grants(anonymous, "anonymous"));
    }

    private Credential credential(JsonNode entry, String place) {
        allowOnly(entry, place, Set.of("access-key", "secret-key", "buckets"));
        return new Credential(
                new AccessKey(text(entry, place, "access-key")),
                new SecretKey(text(entry, place, "secret-key")),
                grants(entry.path("buckets"), place + ".buckets"));
    }

    private List<Grant> grants(JsonNode buckets, String place) {
        if (!buckets.isObject()) {
            throw file.refused("needs a mapping of bucket patterns to read, write or admin at " + place);
        }
        List<Grant> grants = new ArrayList<>();
        int position = 0;
        for (Map.Entry<String, JsonNode> grant : buckets.properties()) {
            String at = place + ", entry " + ++position;
            grants.add(new Grant(pattern(grant.getKey(), at), right(grant.getValue(), at)));
        }
        return grants;
    }

    private BucketPattern pattern(String text, String place) {
        try {
            return new BucketPattern(text);
        } catch (RequestFailure malformed) {
            throw file.refused(
                    "has a malformed bucket pattern at " + place + "; it is [branch.]repo[.project], with * in it");
        }
    }

    private Right right(JsonNode right, String place) {
        return switch (right.asText()) {
            case "read" -> Right.READ;
            case "write" -> Right.WRITE;
            case "admin" -> Right.ADMIN;
            default -> throw file.refused("needs one of read, write, admin at " + place);
        };
    }

    private String text(JsonNode entry, String place, String field) {
        JsonNode value = entry.path(field);
        // 0123 without quotes is a number to YAML, and not that one.
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw file.refused("needs text, in quotes if it looks like a number, at " + place + "." + field);
        }
        return value.textValue();
    }

    private void allowOnly(JsonNode mapping, String place, Set<String> known) {
        if (!mapping.isObject()) {
            throw file.refused("needs a mapping with "
                    + String.join(", ", known.stream().sorted().toList()) + " in " + place);
        }
        mapping.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw file.refused("has a field in " + place + " that is none of "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }
}
