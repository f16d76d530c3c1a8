package io.pfsgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.pfsgateway.testkit.contract.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/extending.md} against the sources: what it names is there, and what one has to know of is named. */
final class ExtendingTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/extending.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

    @Test
    void everyNameIsThere() throws IOException {
        assertThat(DocumentedNames.below(ROOT).missingOf(Files.readString(DOCUMENT)))
                .isEmpty();
    }

    @Test
    void aNameThatIsNotThereIsFound() throws IOException {
        String text = "`FileLister` `FileLister.list` `NO_SUCH_KEY` `FileListing` `FileLister.listing`"
                + " `Capability.KEEPS_HISTORY` `Capability.KEEPS_NOTHING`";
        assertThat(DocumentedNames.below(ROOT).missingOf(text))
                .containsExactly("`FileListing`", "`FileLister.listing`", "`Capability.KEEPS_NOTHING`");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> links = LINK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(link -> DOCUMENT.resolveSibling(link.group(1)))
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(link).exists());
    }

    @Test
    void everyContractOfTheKitIsNamed() throws IOException {
        List<String> contracts = new ClassFileImporter()
                .importPackages("io.pfsgateway.testkit.contract").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> type.getSimpleName().endsWith("Contract"))
                        .map(JavaClass::getSimpleName)
                        .toList();
        assertThat(contracts).hasSizeGreaterThan(10);
        assertThat(DocumentedNames.typesIn(Files.readString(DOCUMENT))).containsAll(contracts);
    }

    @Test
    void everyCapabilityThatMayBeLeftOutIsNamed() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(Arrays.stream(Capability.values())
                        .map(each -> "| `Capability." + each.name() + "` |")
                        .toList());
    }

    @Test
    void everyRoleOfAFileSystemAndOfABookkeepingIsNamed() throws IOException {
        List<String> roles = new ClassFileImporter()
                .importPackages("io.pfsgateway.application.port.out").stream()
                        .filter(type ->
                                List.of("FileSystem", "UploadBookkeeping").contains(type.getSimpleName()))
                        .flatMap(type -> type.getFields().stream())
                        .map(field -> field.getRawType().getSimpleName())
                        .toList();
        assertThat(roles).hasSize(8);
        assertThat(DocumentedNames.typesIn(Files.readString(DOCUMENT))).containsAll(roles);
    }
}
