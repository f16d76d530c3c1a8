package io.pfsgateway.bootstrap.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The settings file: one flat YAML mapping from the settings' names to plain values, which are taken as they are written. */
final class SettingsFile {
    private final Path path;
    private final Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);

    private SettingsFile(Path path) {
        this.path = path;
    }

    static Map<Setting, SettingValue> read(Path path) {
        SettingsFile file = new SettingsFile(path);
        try (YAMLParser tokens = new YAMLFactory().createParser(Files.readAllBytes(path))) {
            file.readAll(tokens);
        } catch (NoSuchFileException absent) {
            throw file.refused("does not exist");
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            throw file.refused("is not YAML" + (at == null ? "" : " at line " + at.getLineNr()));
        } catch (IOException unreadable) {
            throw file.refused("cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
        return file.values;
    }

    private void readAll(YAMLParser tokens) throws IOException {
        JsonToken first = tokens.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw refused("needs lines of the form 'name: value'");
        }
        for (String key = tokens.nextFieldName(); key != null; key = tokens.nextFieldName()) {
            int line = tokens.currentTokenLocation().getLineNr();
            put(key, line, plainValue(tokens, key, line));
        }
        if (tokens.nextToken() != null) {
            throw refused("holds more than one document");
        }
    }

    private String plainValue(YAMLParser tokens, String key, int line) throws IOException {
        JsonToken value = tokens.nextToken();
        if (!value.isScalarValue() || value == JsonToken.VALUE_NULL || tokens.isCurrentAlias()) {
            throw refused("needs one plain value for " + key + " at line " + line);
        }
        return tokens.getText();
    }

    private void put(String key, int line, String text) {
        String origin = key + " at line " + line + " of " + path;
        Setting setting = Setting.of(key)
                .orElseThrow(() -> SettingRefused.unknown(
                        "setting at line " + line + " of " + path,
                        key,
                        Arrays.stream(Setting.values()).map(Setting::key).toList()));
        if (values.put(setting, new SettingValue(text, origin)) != null) {
            throw refused("sets " + key + " twice");
        }
    }

    private SettingRefused refused(String why) {
        return new SettingRefused("The settings file " + path + " " + why + ".");
    }
}
