package io.pfsgateway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The rules, for the packages below a root. */
record HouseRules(String root) {
    private static final int MAX_PORT_METHODS = 6;

    ArchRule dependenciesPointInwards() {
        return layeredArchitecture()
                .consideringAllDependencies()
                .withOptionalLayers(true)
                .layer("domain")
                .definedBy(below("domain"))
                .layer("in ports")
                .definedBy(below("application.port.in"))
                .layer("out ports")
                .definedBy(below("application.port.out"))
                .layer("services")
                .definedBy(below("application.service"))
                .layer("http")
                .definedBy(below("adapter.in.http"))
                .layer("file systems")
                .definedBy(below("adapter.out.pfs"))
                .layer("keys file")
                .definedBy(below("adapter.out.keysfile"))
                .layer("bookkeeping")
                .definedBy(below("adapter.out.jdbc"))
                .layer("engine")
                .definedBy(root + ".pfs..")
                .layer("bootstrap")
                .definedBy(below("bootstrap"))
                .layer("test kit")
                .definedBy(below("testkit"))
                .layer("benchmarks")
                .definedBy(below("benchmarks"))
                .whereLayer("bootstrap")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("benchmarks")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("bootstrap", "benchmarks")
                .whereLayer("file systems")
                .mayOnlyBeAccessedByLayers("bootstrap", "benchmarks")
                .whereLayer("keys file")
                .mayOnlyBeAccessedByLayers("bootstrap")
                .whereLayer("bookkeeping")
                .mayOnlyBeAccessedByLayers("bootstrap")
                .whereLayer("services")
                .mayOnlyBeAccessedByLayers("bootstrap", "test kit")
                .whereLayer("in ports")
                .mayOnlyBeAccessedByLayers("services", "http", "bootstrap", "test kit")
                .whereLayer("out ports")
                .mayOnlyBeAccessedByLayers(
                        "services", "file systems", "keys file", "bookkeeping", "bootstrap", "test kit", "benchmarks")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("file systems", "bootstrap", "benchmarks")
                .ensureAllClassesAreContainedInArchitecture()
                .because("an adapter can be exchanged, or a new one added, only while nothing inside knows it");
    }

    ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(below("domain"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", below("domain")))
                .because("values and rules must outlive every library");
    }

    ArchRule applicationIsPure() {
        return classes()
                .that()
                .resideInAPackage(below("application"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", below("domain"), below("application")))
                .because("a use case speaks of what is done, never of what it is done with");
    }

    ArchRule engineStandsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".pfs..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(below("domain"), below("application"), below("adapter"), below("bootstrap")))
                .because("the engine is a file system of its own, which knows nothing of S3 or of the gateway");
    }

    ArchRule engineIsNotItsServer() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".pfs..")
                .and()
                .resideOutsideOfPackages(below("pfs.server"), below("pfs.protocol"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.grpc..", below("pfs.server"), below("pfs.protocol")))
                .because("whoever embeds the engine is not to carry a server with it");
    }

    ArchRule only(String insider, String library) {
        return only(List.of(insider), library);
    }

    ArchRule only(List<String> insiders, String library) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(insiders.stream().map(this::below).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .because(library + " is a choice of " + String.join(" and ", insiders) + " alone");
    }

    ArchRule servicesAreFinal() {
        return classes()
                .that()
                .resideInAPackage(below("application.service"))
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("a use case is composed, never inherited");
    }

    ArchRule servicesHoldPortsAndValues() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(below("application.service"))
                .and()
                .areNotStatic()
                .should()
                .haveRawType(resideInAnyPackage("java..", "", below("domain"), below("application")))
                .andShould()
                .beFinal()
                .because("a service without state may be shared by every thread");
    }

    ArchRule portsAreSmall() {
        return classes()
                .that()
                .resideInAnyPackage(below("application.port.in"), below("application.port.out"))
                .and()
                .areInterfaces()
                .and()
                .areTopLevelClasses()
                .should(haveAtMostMethods(MAX_PORT_METHODS))
                .because("a seventh method asks for a second role");
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one");
    }

    ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Port")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .orShould()
                .haveSimpleNameStartingWith("Common")
                .because("such a name tells nothing of the class");
    }

    ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .should(resideInANullMarkedPackage())
                .because("null is checked by the compiler only where the package says so");
    }

    private String below(String layer) {
        return root + "." + layer + "..";
    }

    private static ArchCondition<JavaClass> haveAtMostMethods(int limit) {
        return new ArchCondition<>("have at most " + limit + " methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long methods = type.getMethods().stream()
                        .filter(DescribedPredicate.not(modifier(JavaModifier.STATIC))
                                .and(DescribedPredicate.not(modifier(JavaModifier.SYNTHETIC))))
                        .count();
                events.add(new SimpleConditionEvent(type, methods <= limit, type.getName() + " has " + methods));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().tryGetPackageInfo().isPresent()
                        && type.getPackage().isAnnotatedWith(org.jspecify.annotations.NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not marked"));
            }
        };
    }
}
