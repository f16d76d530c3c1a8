package io.pfsgateway.bootstrap.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings among the variables of an environment: {@code PFS_GATEWAY_} and the flag's name. */
final class EnvironmentVariables {
    static final String PREFIX = "PFS_GATEWAY_";
    static final String CONFIG = PREFIX + "CONFIG";

    // Kubernetes sets these in every pod beside a service named pfs-gateway; nobody meant them as settings.
    private static final Pattern SERVICE_LINK =
            Pattern.compile("PFS_GATEWAY_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT|PORT_\\d+_(TCP|UDP|SCTP)(_.+)?)");

    private final Map<String, String> environment;

    EnvironmentVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<Setting, SettingValue> values() {
        Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);
        new TreeMap<>(environment).forEach((name, text) -> {
            if (name.startsWith(PREFIX)
                    && !name.equals(CONFIG)
                    && !SERVICE_LINK.matcher(name).matches()) {
                values.put(setting(name), new SettingValue(text, name));
            }
        });
        return values;
    }

    /** The settings file that a variable names, if one does. */
    Optional<String> config() {
        return Optional.ofNullable(environment.get(CONFIG));
    }

    private static Setting setting(String name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.variable().equals(name))
                .findFirst()
                .orElseThrow(() -> SettingRefused.unknown(
                        "variable",
                        name,
                        Arrays.stream(Setting.values()).map(Setting::variable).toList()));
    }
}
