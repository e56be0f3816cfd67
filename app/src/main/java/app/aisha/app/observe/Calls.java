package app.aisha.app.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Optional;

/** Counts, times and traces what is asked of others. Thread-safe. */
public final class Calls {

    private final MeterRegistry meters;
    private final Traces traces;

    public Calls(MeterRegistry meters, Traces traces) {
        this.meters = meters;
        this.traces = traces;
    }

    /** Something is asked of Telegram or of a service that understands people. */
    public Call ofProvider(String provider, String operation) {
        return begin(
                "aisha.provider.calls",
                provider + " " + operation,
                Tags.of("provider", provider).and("operation", operation));
    }

    /**
     * Something is asked of FAL.
     *
     * @param endpoint {@code any} where the operation is the same for all
     */
    public Call ofFal(String operation, String endpoint) {
        return begin(
                "aisha.fal.calls",
                "fal " + operation,
                Tags.of("operation", operation).and("endpoint", endpoint));
    }

    /** Something is asked of the media store. */
    public Call ofMedia(String operation) {
        return begin("aisha.media.calls", "media " + operation, Tags.of("operation", operation));
    }

    private Call begin(String meter, String name, Tags tags) {
        return new Call(meter, tags, Timer.start(meters), traces.part(name));
    }

    /** A constant as an outcome. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The name of an answer, for its outcome. */
    public static String kind(Object answer) {
        return answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** One call; closed on the thread that began it. What does not say how it ended got no answer. */
    public final class Call implements AutoCloseable {

        private final String meter;
        private final Tags tags;
        private final Timer.Sample sample;
        private final Optional<Traces.Open> trace;
        private String outcome = "unavailable";

        private Call(String meter, Tags tags, Timer.Sample sample, Optional<Traces.Open> trace) {
            this.meter = meter;
            this.tags = tags;
            this.sample = sample;
            this.trace = trace;
        }

        /**
         * Says how it ended.
         *
         * @param how one of a few words
         */
        public void ended(String how) {
            outcome = how;
        }

        @Override
        public void close() {
            sample.stop(Timer.builder(meter).tags(tags).tag("outcome", outcome).register(meters));
            trace.ifPresent(open -> {
                tags.forEach(tag -> open.tag(tag.getKey(), tag.getValue()));
                open.tag("outcome", outcome);
                open.close();
            });
        }
    }
}
