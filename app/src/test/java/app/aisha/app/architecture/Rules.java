package app.aisha.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules, each for any package, so that it can be tried on one that breaks it. */
final class Rules {

    private static final String LAYERED_OR_VAGUE =
            "(Base|Abstract|Common|InMemory)[A-Z]\\w*|\\w*(Impl|Manager|Helper|Utils?|[a-z]Data)";
    private static final String SUFFIXED = "\\w*(Port|Adapter|Repository|Service|Dao|Interface)|I[A-Z][a-z]\\w*";
    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.InstantSource.system",
            "java.util.Calendar.getInstance",
            "java.util.Date.<init>");
    private static final Pattern NOW =
            Pattern.compile("java\\.time\\.(chrono\\.)?\\w+\\.now|java\\.time\\.Clock\\.(system|tick)\\w*");

    private Rules() {}

    static ArchRule onlyKnows(String layer, String... others) {
        return classes()
                .that()
                .resideInAPackage(layer + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(layer + "..").or(JavaClass.Predicates.resideInAnyPackage(others)));
    }

    static ArchRule doesNotKnow(String layer, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(layer + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** No package of the layer knows another one, but all may know the shared one. */
    static ArchRule areBlind(String layer, String shared) {
        return slices().matching(layer + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(shared + ".."));
    }

    static ArchRule formNoCircle(String layer) {
        return slices().matching(layer + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule takeTimeFromOutside(String layer) {
        return noClasses()
                .that()
                .resideInAPackage(layer + "..")
                .should()
                .accessTargetWhere(describe("a wall clock is read", Rules::readsWallClock));
    }

    private static boolean readsWallClock(JavaAccess<?> access) {
        var target = access.getTarget().getOwner().getName() + "."
                + access.getTarget().getName();
        return WALL_CLOCKS.contains(target) || NOW.matcher(target).matches();
    }

    static ArchRule haveTellingNames(String layer) {
        return classes()
                .that()
                .resideInAPackage(layer + "..")
                .and()
                .resideOutsideOfPackage("..generated..")
                .should(be(
                        "named by what they do", type -> !type.getSimpleName().matches(LAYERED_OR_VAGUE)));
    }

    static ArchRule havePortsWithoutSuffix(String layer) {
        return classes()
                .that()
                .resideInAPackage(layer + "..")
                .and()
                .areInterfaces()
                .should(be(
                        "named by a word of the domain",
                        type -> !type.getSimpleName().matches(SUFFIXED)));
    }

    static ArchRule haveNoHeirs(String layer) {
        return classes()
                .that()
                .resideInAPackage(layer + "..")
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should(be("final", type -> type.getModifiers().contains(JavaModifier.FINAL)));
    }

    static ArchRule sealOutcomes(String layer) {
        return classes()
                .that()
                .resideInAPackage(layer + "..")
                .and()
                .haveSimpleName("Outcome")
                .should(be("sealed", type -> type.reflect().isSealed()));
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> fine) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, fine.test(type), type.getName() + " has to be " + what));
            }
        };
    }
}
