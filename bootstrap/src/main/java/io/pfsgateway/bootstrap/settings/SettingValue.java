package io.pfsgateway.bootstrap.settings;

/**
 * A value as the operator wrote it.
 *
 * @param origin where it was written, to be named when it is refused
 */
public record SettingValue(String text, String origin) {
    SettingRefused refused(String rule) {
        return new SettingRefused(origin + " is '" + text + "': " + rule);
    }
}
