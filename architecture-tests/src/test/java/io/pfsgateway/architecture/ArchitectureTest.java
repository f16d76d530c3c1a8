package io.pfsgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule against the project, and against a sample that breaks it. */
final class ArchitectureTest {
    private static final String ROOT = "io.pfsgateway";
    private static final String SAMPLES = "io.pfsgateway.architecture.sample.";

    /** The project's own classes, whether they arrive as folders or as jars; tests, these samples and what was generated left out. */
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/architecture/") && !location.contains("/protocol/"))
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages(ROOT);

    /** A rule, the package of a sample that breaks it, and what it must say of it. */
    private record Sample(String name, Function<HouseRules, ArchRule> rule, String violation) {}

    private static final List<Sample> SAMPLES_OF_RULES = List.of(
            new Sample("layers", HouseRules::dependenciesPointInwards, "layers.adapter.in.http.Handler"),
            new Sample("stranger", HouseRules::dependenciesPointInwards, "is not contained in architecture"),
            new Sample("impuredomain", HouseRules::domainIsPure, "com.tngtech.archunit.lang.ArchRule"),
            new Sample("impureapplication", HouseRules::applicationIsPure, "com.tngtech.archunit.lang.ArchRule"),
            new Sample("curiousengine", HouseRules::engineStandsAlone, "curiousengine.domain.Key"),
            new Sample("servingengine", HouseRules::engineIsNotItsServer, "servingengine.pfs.server.Server"),
            new Sample("loosearchunit", ArchitectureTest::archUnitOnlyInHttp, "loosearchunit.elsewhere.Lodger"),
            new Sample("openservice", HouseRules::servicesAreFinal, "does not have modifier FINAL"),
            new Sample("statefulservice", HouseRules::servicesHoldPortsAndValues, "Service.calls"),
            new Sample("largeport", HouseRules::portsAreSmall, "has 7"),
            new Sample("cycle", HouseRules::packagesAreFreeOfCycles, "Cycle detected"),
            new Sample("emptyname", HouseRules::namesSayWhatThingsAre, "BucketHelper"),
            new Sample("unmarked", HouseRules::packagesAreNullMarked, "is not marked"));

    private static ArchRule archUnitOnlyInHttp(HouseRules rules) {
        return rules.only("adapter.in.http", "com.tngtech..");
    }

    private static Stream<ArchRule> rulesOfTheProject() {
        HouseRules house = new HouseRules(ROOT);
        Stream<ArchRule> shared =
                SAMPLES_OF_RULES.stream().map(sample -> sample.rule().apply(house));
        Stream<ArchRule> libraries = Stream.of(
                house.only("adapter.in.http", "io.javalin.."),
                house.only("adapter.in.http", "org.eclipse.jetty.."),
                house.only("adapter.in.http", "com.fasterxml.jackson.dataformat.xml.."),
                house.only(List.of("adapter.out.pfs.grpc", "pfs.server"), "io.grpc.."),
                house.only("pfs.server", "org.apache.commons.compress.."),
                house.only("adapter.out.jdbc", "org.jdbi.."),
                house.only("adapter.out.jdbc", "org.flywaydb.."),
                house.only("adapter.out.jdbc", "com.zaxxer.hikari.."),
                house.only("adapter.out.jdbc", "org.h2.."),
                house.only("adapter.out.jdbc", "org.postgresql.."),
                house.only("adapter.out.jdbc", "java.sql.."),
                house.only("pfs", "org.rocksdb.."),
                house.only("bootstrap.metrics", "io.micrometer.."),
                house.only("benchmarks", "org.openjdk.jmh.."),
                house.only("bootstrap", "dagger.."),
                house.only("bootstrap", "picocli.."));
        return Stream.concat(shared, libraries);
    }

    private static Stream<Sample> samples() {
        return SAMPLES_OF_RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheProject")
    void holdsInTheProject(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROJECT);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void failsOnASampleThatBreaksIt(Sample sample) {
        JavaClasses classes = new ClassFileImporter().importPackages(SAMPLES + sample.name());
        ArchRule rule = sample.rule().apply(new HouseRules(SAMPLES + sample.name()));

        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(sample.violation());
    }

    @Test
    void seesTheClassesOfEveryModule() {
        Stream.of(
                        "domain.bucket",
                        "application.port.in",
                        "application.service",
                        "testkit",
                        "adapter.in.http",
                        "adapter.out.jdbc",
                        "pfs",
                        "pfs.server",
                        "benchmarks")
                .forEach(name -> assertThat(PROJECT.stream()
                                .anyMatch(type -> type.getPackageName().startsWith(ROOT + "." + name)))
                        .as(name)
                        .isTrue());
    }
}
