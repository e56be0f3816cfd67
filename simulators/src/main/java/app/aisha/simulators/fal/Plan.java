package app.aisha.simulators.fal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of requests that are still to be submitted. The oldest plan that fits a submission is used.
 *
 * @param scope an endpoint id, {@value #TRAININGS}, {@value #GENERATIONS}, or empty for all
 * @param times for how many submissions; negative for all
 * @param duration how long the request runs; as the settings say when null
 * @param held whether it stays IN_PROGRESS until it is released
 * @param stopsOnCancel whether a cancel ends it while it runs; else it goes on to its end
 * @param webhook how its webhook is delivered
 */
public record Plan(
        String scope,
        int times,
        @Nullable Duration duration,
        boolean held,
        Ending ending,
        boolean stopsOnCancel,
        WebhookPlan webhook) {

    public static final String TRAININGS = "trainings";
    public static final String GENERATIONS = "generations";

    static final Plan USUAL = any();

    /** The next request, run as usual. */
    public static Plan any() {
        return new Plan("", 1, null, false, new Ending.Natural(), true, WebhookPlan.usual());
    }

    public static Plan nextTraining() {
        return any().on(TRAININGS);
    }

    public static Plan nextGeneration() {
        return any().on(GENERATIONS);
    }

    public Plan on(String otherScope) {
        return new Plan(otherScope, times, duration, held, ending, stopsOnCancel, webhook);
    }

    public Plan times(int number) {
        return new Plan(scope, number, duration, held, ending, stopsOnCancel, webhook);
    }

    public Plan lasting(Duration time) {
        return new Plan(scope, times, time, held, ending, stopsOnCancel, webhook);
    }

    public Plan hold() {
        return new Plan(scope, times, duration, true, ending, stopsOnCancel, webhook);
    }

    public Plan ending(Ending other) {
        return new Plan(scope, times, duration, held, other, stopsOnCancel, webhook);
    }

    public Plan ignoringCancel() {
        return new Plan(scope, times, duration, held, ending, false, webhook);
    }

    public Plan telling(WebhookPlan other) {
        return new Plan(scope, times, duration, held, ending, stopsOnCancel, other);
    }

    boolean fits(Model model) {
        return scope.isEmpty() || scope.equals(model.id()) || scope.equals(model.trains() ? TRAININGS : GENERATIONS);
    }
}
