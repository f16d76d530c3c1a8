package io.pfsgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pfsgateway.bootstrap.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what is in {@code deploy}, and the page about it, against the settings: no file there can be run here. */
final class DeployTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/deploy-on-pachyderm.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");
    private static final Pattern FLAG = Pattern.compile("`(--[a-z0-9-]+)");

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("deploy"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll();
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyFileIsYaml(Path file) throws IOException {
        assertThat(documents(file)).isNotEmpty().allMatch(JsonNode::isObject);
    }

    @Test
    void theGatewaysArgumentsAreSettingsEachWithItsValue() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (Path file : manifests()) {
            for (JsonNode document : documents(file)) {
                commands.addAll(argumentsOfGateways(document));
            }
        }
        assertThat(commands).hasSize(2).allSatisfy(DeployTest::assertSettings);
    }

    /** The lists of arguments of whatever runs the gateway's image with some. */
    private static List<List<String>> argumentsOfGateways(JsonNode document) {
        return document.findParents("image").stream()
                .filter(container -> container.path("image").asText().startsWith("pfs-s3-gateway:"))
                .flatMap(container -> Stream.of(container.path("args"), container.path("command")))
                .map(DeployTest::texts)
                .filter(arguments -> !arguments.isEmpty() && arguments.get(0).startsWith("--"))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void assertSettings(List<String> arguments) {
        assertThat(arguments.size() % 2).isZero();
        for (int i = 0; i < arguments.size(); i += 2) {
            String flag = arguments.get(i);
            assertThat(Arrays.stream(Setting.values())
                            .filter(setting -> setting.flag().equals(flag)))
                    .as(flag)
                    .hasSize(1)
                    .noneMatch(Setting::isSwitch);
            assertThat(arguments.get(i + 1)).as(flag).doesNotStartWith("--");
        }
    }

    @Test
    void thePageNamesSettingsThatThereAreAndFilesThatAreThere() throws IOException {
        String page = Files.readString(DOCUMENT);
        List<String> flags = Arrays.stream(Setting.values()).map(Setting::flag).toList();
        assertThat(FLAG.matcher(page).results().map(match -> match.group(1)))
                .isNotEmpty()
                .isSubsetOf(flags);
        assertThat(LINK.matcher(page).results().map(match -> DOCUMENT.resolveSibling(match.group(1))))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).exists());
    }
}
