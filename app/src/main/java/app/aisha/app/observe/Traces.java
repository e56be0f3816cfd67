package app.aisha.app.observe;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Which piece of work a thread is at: an update, a job, a call for one of them. The id of its trace and what else tells it
 * from others are in every line that is logged meanwhile. Threads that the work starts belong to it. Thread-safe.
 */
public final class Traces {

    /** {@code traceparent} of W3C Trace Context, version 00. */
    private static final Pattern MARK = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-0[01]");

    private static final InheritableThreadLocal<@Nullable Here> HERE = new InheritableThreadLocal<>();

    private final Tracer tracer;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    private record Here(TraceContext context, Map<String, String> fields) {}

    /**
     * Begins a piece of work.
     *
     * @param name of the kind of work, one of a few
     * @param mark what {@link #mark()} said when this was foreseen; without it a trace begins
     * @param fields for the lines of the log: ids, and nothing a person said or is called
     */
    public Open begin(String name, Optional<String> mark, Map<String, String> fields) {
        return open(span(mark.flatMap(this::context)).name(name).start(), fields);
    }

    /** Begins a part of the work in hand; where none is, nothing is traced. */
    public Optional<Open> part(String name) {
        return Optional.ofNullable(HERE.get())
                .map(here -> open(span(Optional.of(here.context())).name(name).start(), here.fields()));
    }

    /** By which later work joins the trace of the work in hand; that which nobody has in hand gets a trace of its own. */
    public String mark() {
        var here = HERE.get();
        if (here != null) {
            return mark(here.context());
        }
        var origin = span(Optional.empty()).name("origin").start();
        origin.abandon();
        return mark(origin.context());
    }

    private static String mark(TraceContext context) {
        return "00-%s-%s-01".formatted(context.traceId(), context.spanId());
    }

    private Span.Builder span(Optional<TraceContext> parent) {
        var builder = tracer.spanBuilder();
        return parent.map(builder::setParent).orElseGet(builder::setNoParent);
    }

    private Optional<TraceContext> context(String mark) {
        var parts = MARK.matcher(mark);
        return parts.matches()
                ? Optional.of(tracer.traceContextBuilder()
                        .traceId(parts.group(1))
                        .spanId(parts.group(2))
                        .sampled(true)
                        .build())
                : Optional.empty();
    }

    private Open open(Span span, Map<String, String> fields) {
        return new Open(span, tracer.withSpan(span), fields);
    }

    /** Something under way on this thread, which also closes it. */
    public static final class Open implements AutoCloseable {

        private final Span span;
        private final Tracer.SpanInScope scope;
        private final Map<String, @Nullable String> before;
        private final @Nullable Here outer;

        private Open(Span span, Tracer.SpanInScope scope, Map<String, String> fields) {
            this.span = span;
            this.scope = scope;
            this.outer = HERE.get();
            this.before = new HashMap<>();
            HERE.set(new Here(span.context(), Map.copyOf(fields)));
            fields.forEach((name, value) -> {
                before.put(name, MDC.get(name));
                MDC.put(name, value);
                span.tag("aisha." + name, value);
            });
        }

        /** Says something more; a value is one of a few, never what a person said. */
        public void tag(String name, String value) {
            span.tag("aisha." + name, value);
        }

        @Override
        public void close() {
            before.forEach((name, value) -> {
                if (value == null) {
                    MDC.remove(name);
                } else {
                    MDC.put(name, value);
                }
            });
            if (outer == null) {
                HERE.remove();
            } else {
                HERE.set(outer);
            }
            scope.close();
            span.end();
        }
    }
}
