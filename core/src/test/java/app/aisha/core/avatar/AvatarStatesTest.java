package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.Examples;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AvatarStatesTest {

    /** A step is a method of one state that returns another, so the picture is drawn from the code itself. */
    @Test
    void theStatesAreTheOnesWeDrew() {
        assertThat(Examples.recordsOf(Avatar.class)
                        .flatMap(AvatarStatesTest::stepsFrom)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Draft --offered--> Draft",
                        "Draft --queued--> Queued",
                        "Draft --renamed--> Draft",
                        "Queued --handedOver--> Queued",
                        "Queued --asking--> Training",
                        "Queued --failed--> Failed",
                        "Queued --cancelled--> Cancelled",
                        "Queued --renamed--> Queued",
                        "Training --accepted--> Training",
                        "Training --notTaken--> Queued",
                        "Training --seen--> Training",
                        "Training --trained--> Storing",
                        "Training --failed--> Failed",
                        "Training --cancelled--> Cancelled",
                        "Training --renamed--> Training",
                        "Storing --stored--> Ready",
                        "Storing --failed--> Failed",
                        "Storing --renamed--> Storing",
                        "Ready --relocated--> Ready",
                        "Ready --renamed--> Ready",
                        "Failed --again--> Draft",
                        "Failed --recovered--> Storing",
                        "Failed --renamed--> Failed",
                        "Cancelled --again--> Draft",
                        "Cancelled --renamed--> Cancelled");
    }

    private static Stream<String> stepsFrom(Class<?> state) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> !method.isBridge() && Avatar.class.isAssignableFrom(method.getReturnType()))
                .map(method -> "%s --%s--> %s"
                        .formatted(
                                state.getSimpleName(),
                                method.getName(),
                                method.getReturnType().getSimpleName()));
    }
}
