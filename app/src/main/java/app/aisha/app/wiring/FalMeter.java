package app.aisha.app.wiring;

import app.aisha.app.observe.Calls;
import app.aisha.core.work.Removal;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Counts and times what is asked of FAL, by operation, endpoint and outcome. Thread-safe. */
final class FalMeter {

    private final MeterRegistry meters;
    private final Calls calls;

    FalMeter(MeterRegistry meters, Calls calls) {
        this.meters = meters;
        this.calls = calls;
    }

    /** One call. */
    @FunctionalInterface
    interface Call<T, E extends Exception> {

        T make() throws E, InterruptedException;
    }

    /** A call without an answer. */
    @FunctionalInterface
    interface Order<E extends Exception> {

        void give() throws E, InterruptedException;
    }

    <T, E extends Exception> T timed(String operation, String endpoint, Call<T, E> call, Function<T, String> outcome)
            throws E, InterruptedException {
        try (var watched = calls.ofFal(operation, endpoint)) {
            var answer = call.make();
            watched.ended(outcome.apply(answer));
            return answer;
        }
    }

    /** What a finished piece of work took of FAL. */
    void finished(OptionalDouble seconds, Optional<String> billed) {
        seconds.ifPresent(ran -> meters.summary("aisha.fal.machine.seconds").record(ran));
        billed.flatMap(FalMeter::number)
                .ifPresent(units -> meters.counter("aisha.fal.units").increment(units));
    }

    static String kind(Object answer) {
        return Calls.kind(answer);
    }

    static String removed(Removal removal) {
        return removal.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Exception> Call<Boolean, E> done(Order<E> order) {
        return () -> {
            order.give();
            return true;
        };
    }

    private static Optional<Double> number(String units) {
        try {
            return Optional.of(Double.valueOf(units)).filter(value -> value >= 0 && value < Double.MAX_VALUE);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
