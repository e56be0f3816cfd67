package app.aisha.app.architecture;

import static app.aisha.app.architecture.ProjectClasses.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules and features, and the names, as ARCHITECTURE.md has them. */
class ArchitectureTest {

    private static final String CORE = "app.aisha.core";
    private static final String BOT = "app.aisha.bot";
    private static final String ADAPTERS = "app.aisha.adapters";
    private static final String SHARED_BY_ADAPTERS = "app.aisha.adapters.http";
    private static final String SIMULATORS = "app.aisha.simulators";
    private static final String APP = "app.aisha.app";

    /** A rule about a package that is not there is kept for ever. */
    @ParameterizedTest
    @ValueSource(strings = {CORE, BOT, ADAPTERS, SHARED_BY_ADAPTERS, SIMULATORS, APP})
    void everyPackageNamedHereExists(String name) {
        assertThat(PROGRAM.containPackage(name)).isTrue();
        assertThat(PROGRAM.getPackage(name).getClassesInPackageTree())
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"account", "admin", "document", "media", "payment", "profile", "transcript", "wallet", "work"})
    void everyFeatureIsAPackageOfTheCore(String feature) {
        assertThat(PROGRAM.containPackage(CORE + "." + feature)).isTrue();
    }

    @Test
    void theCoreKnowsOnlyJava() {
        Rules.onlyKnows(CORE, "java..", "org.jspecify..", "org.slf4j..").check(PROGRAM);
    }

    @Test
    void theBotKnowsTheCoreAndNothingOfTheWire() {
        Rules.onlyKnows(BOT, "app.aisha.core..", "java..", "org.jspecify..", "org.slf4j..", "com.ibm.icu..")
                .check(PROGRAM);
    }

    @Test
    void adaptersKnowNeitherTheProgramNorTheSimulators() {
        Rules.doesNotKnow(ADAPTERS, "app.aisha.app..", "app.aisha.simulators..").check(PROGRAM);
    }

    @Test
    void adaptersKnowNothingOfSpringButItsTransactions() {
        Rules.doesNotKnow(
                        ADAPTERS,
                        "org.springframework.boot..",
                        "org.springframework.context..",
                        "org.springframework.stereotype..",
                        "org.springframework.web..")
                .check(PROGRAM);
    }

    @Test
    void simulatorsKnowNothingOfOurs() {
        Rules.onlyKnows(
                        SIMULATORS,
                        "java..",
                        "javax.imageio..",
                        "com.sun.net.httpserver..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..")
                .check(PROGRAM);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        Rules.areBlind(ADAPTERS, SHARED_BY_ADAPTERS).check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, BOT, SIMULATORS, APP})
    void featuresFormNoCircle(String layer) {
        Rules.formNoCircle(layer).check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, BOT})
    void timeComesFromOutside(String layer) {
        Rules.takeTimeFromOutside(layer).check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, BOT, ADAPTERS, SIMULATORS, APP})
    void namesSayWhatAThingDoes(String layer) {
        Rules.haveTellingNames(layer).check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, BOT})
    void portsAreWordsOfTheDomain(String layer) {
        Rules.havePortsWithoutSuffix(layer).check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, BOT})
    void nothingIsInherited(String layer) {
        Rules.haveNoHeirs(layer).check(PROGRAM);
    }

    @Test
    void outcomesAreClosedSets() {
        Rules.sealOutcomes(CORE).check(PROGRAM);
    }
}
