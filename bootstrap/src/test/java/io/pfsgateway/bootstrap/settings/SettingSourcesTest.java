package io.pfsgateway.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingSourcesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Setting.class)
    void findsEverySettingInEachPlace(Setting setting) throws IOException {
        assertThat(SettingSources.gather(Map.of(setting, "text"), Optional.empty(), Map.of())
                        .given(setting))
                .contains(new SettingValue("text", setting.flag()));
        assertThat(variables(Map.of(setting.variable(), "text")).given(setting))
                .contains(new SettingValue("text", setting.variable()));
        assertThat(file(setting.key() + ": text").given(setting))
                .map(SettingValue::text)
                .contains("text");
    }

    @ParameterizedTest
    @CsvSource({
        "PFS_GATEWAY_LISTN, PFS_GATEWAY_LISTEN",
        "PFS_GATEWAY_OPEN_ANYWERE, PFS_GATEWAY_OPEN_ANYWHERE",
        "PFS_GATEWAY_KEYSFILE, PFS_GATEWAY_KEYS_FILE"
    })
    void refusesAnUnknownVariableAndNamesTheNearest(String variable, String nearest) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> variables(Map.of(variable, "x")))
                .withMessage("Unknown variable: " + variable + ". Did you mean " + nearest + "?");
    }

    @Test
    void refusesAVariableOfAFeatureThatIsNotThere() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> variables(Map.of("PFS_GATEWAY_REPLICAS", "3")))
                .withMessageStartingWith("Unknown variable: PFS_GATEWAY_REPLICAS.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PFS_GATEWAY_SERVICE_HOST",
                "PFS_GATEWAY_SERVICE_PORT",
                "PFS_GATEWAY_SERVICE_PORT_S3",
                "PFS_GATEWAY_PORT",
                "PFS_GATEWAY_PORT_30600_TCP",
                "PFS_GATEWAY_PORT_30600_TCP_ADDR"
            })
    void passesOverWhatKubernetesSetsForAServiceOfThisName(String variable) {
        assertThat(variables(Map.of(variable, "10.0.0.1")).given(Setting.LISTEN))
                .isEmpty();
    }

    @Test
    void passesOverVariablesOfOtherPrograms() {
        assertThat(variables(Map.of("PATH", "/bin", "PFS_GATEWAYS", "x")).given(Setting.DATA))
                .isEmpty();
    }

    @Test
    void takesValuesOfTheFileAsTheyAreWritten() throws IOException {
        SettingSources sources = file("admin-listen: off\nopen-anywhere: true\nlisten: \"[::1]:30600\"\ndrain: 010\n");
        assertThat(sources.given(Setting.ADMIN_LISTEN)).map(SettingValue::text).contains("off");
        assertThat(sources.given(Setting.OPEN_ANYWHERE)).map(SettingValue::text).contains("true");
        assertThat(sources.given(Setting.LISTEN)).map(SettingValue::text).contains("[::1]:30600");
        assertThat(sources.given(Setting.DRAIN)).map(SettingValue::text).contains("010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "---\n"})
    void takesAFileThatSetsNothing(String text) throws IOException {
        assertThat(file(text).given(Setting.LISTEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listn: x|Unknown setting at line 1 of|Did you mean listen?",
                "config: other.yaml|Unknown setting at line 1 of|config",
                "replicas: x|Unknown setting|replicas",
                "listen: [a]|needs one plain value for listen at line 1|",
                "listen: {a: b}|needs one plain value for listen|",
                "listen:|needs one plain value for listen|",
                "- listen|needs lines of the form 'name: value'|",
                "listen|needs lines of the form 'name: value'|",
                "'listen: ''x'|is not YAML|"
            })
    void refusesAFileThatIsNoListOfSettings(String text, String why, String more) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> file(text))
                .withMessageContaining(why)
                .withMessageContaining(more == null ? "" : more);
    }

    @ParameterizedTest
    @CsvSource({"'drain: 1\ndrain: 2\n', sets drain twice", "'drain: 1\n---\ndrain: 2\n', more than one document"})
    void refusesAFileThatSaysTwoThings(String text, String why) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> file(text))
                .withMessageContaining(why);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> SettingSources.gather(
                        Map.of(), Optional.of(folder.resolve("absent.yaml").toString()), Map.of()))
                .withMessageContaining("absent.yaml does not exist");
    }

    @Test
    void refusesAFileThatIsAFolder() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> SettingSources.gather(Map.of(), Optional.of(folder.toString()), Map.of()))
                .withMessageContaining("cannot be read");
    }

    private static SettingSources variables(Map<String, String> environment) {
        return SettingSources.gather(Map.of(), Optional.empty(), environment);
    }

    private SettingSources file(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), text);
        return SettingSources.gather(Map.of(), Optional.of(file.toString()), Map.of());
    }
}
