package app.aisha.app.architecture;

import static app.aisha.app.architecture.ProjectClasses.WRONG;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what breaks it. */
class RulesTest {

    private static final String HERE = "app.aisha.app.architecture.wrong";

    static Stream<Arguments> rulesAndTheirVictims() {
        return Stream.of(
                Arguments.of(Rules.onlyKnows(HERE, "java.lang.."), "java.time.Instant"),
                Arguments.of(Rules.doesNotKnow(HERE, "java.time.."), "LayEgg"),
                Arguments.of(Rules.areBlind(HERE, HERE + ".hen"), "Slice hen depends on Slice egg"),
                Arguments.of(Rules.formNoCircle(HERE), "Slice egg"),
                Arguments.of(Rules.takeTimeFromOutside(HERE), "Instant.now"),
                Arguments.of(Rules.takeTimeFromOutside(HERE), "nowByReference"),
                Arguments.of(Rules.takeTimeFromOutside(HERE), "currentTimeMillis"),
                Arguments.of(Rules.takeTimeFromOutside(HERE), "InstantSource.system"),
                Arguments.of(Rules.haveTellingNames(HERE), "InMemoryEggs"),
                Arguments.of(Rules.havePortsWithoutSuffix(HERE), "EggRepository"),
                Arguments.of(Rules.haveNoHeirs(HERE), "LayEgg"),
                Arguments.of(Rules.sealOutcomes(HERE), "LayEgg$Outcome"));
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirVictims")
    void aRuleFindsWhatBreaksIt(ArchRule rule, String victim) {
        assertThatThrownBy(() -> rule.check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(victim);
    }

    @Test
    void aRuleAboutAMissingPackageFails() {
        assertThatThrownBy(() -> Rules.onlyKnows("app.aisha.nowhere", "java..").check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }
}
