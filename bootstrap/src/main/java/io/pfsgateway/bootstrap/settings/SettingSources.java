package io.pfsgateway.bootstrap.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The three places where settings are written, laid over each other and over the defaults. */
public final class SettingSources {
    private final Map<Setting, SettingValue> values;
    private final Map<String, String> environment;

    private SettingSources(Map<Setting, SettingValue> values, Map<String, String> environment) {
        this.values = values;
        this.environment = environment;
    }

    /**
     * Gathers what was set.
     *
     * @param flags the values of the flags that were given
     * @param config the value of {@code --config}, if it was given; else the variable of its name counts
     * @throws SettingRefused if a variable or the file names what is no setting, or the file cannot be read
     */
    public static SettingSources gather(
            Map<Setting, String> flags, Optional<String> config, Map<String, String> environment) {
        EnvironmentVariables variables = new EnvironmentVariables(environment);
        Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);
        config.or(variables::config)
                .map(name -> SettingsFile.read(Paths.path(new SettingValue(name, "--config"))))
                .ifPresent(values::putAll);
        values.putAll(variables.values());
        flags.forEach((setting, text) -> values.put(setting, new SettingValue(text, setting.flag())));
        return new SettingSources(values, environment);
    }

    /** The value that counts, if the setting was set or has a default. */
    Optional<SettingValue> find(Setting setting) {
        return given(setting).or(() -> setting.standard().map(text -> new SettingValue(text, setting.flag())));
    }

    /** The value that counts, if somebody set it. */
    Optional<SettingValue> given(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** A variable that is not ours, if it is there and not empty. */
    Optional<String> foreign(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }
}
