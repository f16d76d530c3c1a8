package io.pfsgateway.bootstrap.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pfsgateway.adapter.out.pfs.grpc.PachdAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether a pachd is meant, and which: {@code --pfs} decides; where nobody set it, {@code PACHD_ADDRESS} does, then the
 * active context of the file that {@code PACH_CONFIG} names, as for {@code pachctl}.
 */
final class PachdSettingsReader {
    private static final String ADDRESS_VARIABLE = "PACHD_ADDRESS";
    private static final String CONFIG_VARIABLE = "PACH_CONFIG";
    private static final String EMBEDDED = "embedded";
    private static final String RULE = "it must be embedded, grpc://HOST:PORT or grpcs://HOST:PORT.";

    private final SettingSources sources;

    PachdSettingsReader(SettingSources sources) {
        this.sources = sources;
    }

    Optional<PachdSettings> read(boolean escapesKeys) {
        Optional<SettingValue> authorities = sources.given(Setting.PACHD_CA_FILE);
        Optional<SettingValue> token = sources.given(Setting.PACHD_TOKEN_FILE);
        Optional<PachdAddress> address = address();
        if (address.isEmpty()) {
            Stream.of(authorities, token).flatMap(Optional::stream).findFirst().ifPresent(unused -> {
                throw unused.refused("it would be used nowhere without a pachd as --pfs.");
            });
        }
        return address.map(
                at -> new PachdSettings(at, authorities.map(Paths::path), token.map(Paths::path), escapesKeys));
    }

    private Optional<PachdAddress> address() {
        Optional<SettingValue> given = sources.given(Setting.PFS);
        if (given.filter(value -> value.text().equals(EMBEDDED)).isPresent()) {
            return Optional.empty();
        }
        Optional<SettingValue> named = given.or(() -> sources.foreign(ADDRESS_VARIABLE)
                        .map(text -> new SettingValue(withScheme(text), ADDRESS_VARIABLE)))
                .or(this::ofActiveContext);
        return named.map(value -> PachdAddress.tryParse(value.text()).orElseThrow(() -> value.refused(RULE)));
    }

    /** As pachctl takes one without a scheme. */
    private static String withScheme(String text) {
        return text.contains("://") ? text : "grpc://" + text;
    }

    private Optional<SettingValue> ofActiveContext() {
        return sources.foreign(CONFIG_VARIABLE)
                .flatMap(file -> contextAddress(Paths.path(new SettingValue(file, CONFIG_VARIABLE))))
                .map(text -> new SettingValue(withScheme(text), CONFIG_VARIABLE));
    }

    private static Optional<String> contextAddress(Path config) {
        try {
            JsonNode root = new ObjectMapper().readTree(config.toFile()).path("v2");
            String active = root.path("active_context").asText("");
            String address =
                    root.path("contexts").path(active).path("pachd_address").asText("");
            return address.isEmpty() ? Optional.empty() : Optional.of(address);
        } catch (IOException unreadable) {
            throw new SettingRefused(CONFIG_VARIABLE + " names " + config
                    + ", which cannot be read as JSON; say --pfs embedded" + " if the embedded file system is meant.");
        }
    }
}
