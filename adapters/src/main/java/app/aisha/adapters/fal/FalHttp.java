package app.aisha.adapters.fal;

import app.aisha.adapters.http.Backoff;
import app.aisha.adapters.http.Delay;
import app.aisha.adapters.http.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Sends requests to FAL; those that may be repeated are, a few times. Thread-safe. */
final class FalHttp {

    private static final long LONGEST_ANSWER = 10L << 20;
    private static final Duration FIRST_STEP = Duration.ofMillis(500);
    private static final Duration ALL_STEPS = Duration.ofSeconds(10);
    private static final int TRIES = 4;
    private static final int SLOW_TRIES = 2;

    private final FalSettings settings;
    private final HttpClient http;
    private final InstantSource clock;
    private final Delay delay;
    private final FalRefusals refusals;

    FalHttp(FalSettings settings, HttpClient http, InstantSource clock, Delay delay) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.delay = delay;
        this.refusals = new FalRefusals(settings, clock);
    }

    FalSettings settings() {
        return settings;
    }

    FalRefusals refusals() {
        return refusals;
    }

    /** Counts from now. */
    Watch watch() {
        return new Watch(clock, clock.instant());
    }

    /** How long something takes. */
    record Watch(InstantSource clock, Instant begin) {

        long millis() {
            return Duration.between(begin, clock.instant()).toMillis();
        }
    }

    /** A request that carries the key. */
    HttpRequest.Builder withKey(URI address) {
        if (!settings.trustsWithKey(address)) {
            throw new IllegalArgumentException("The key is not sent to " + address.getHost());
        }
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Key " + settings.key().reveal());
    }

    /** A request that may be repeated, until its answer is none that may pass. */
    FalAnswer repeat(HttpRequest request) throws FalUnavailable, InterruptedException {
        return repeat(request, settings.timeouts().answer(), _ -> false);
    }

    /**
     * The same.
     *
     * @param enough answers that are taken though they look as if they might pass
     */
    FalAnswer repeat(HttpRequest request, Duration limit, Predicate<FalAnswer> enough)
            throws FalUnavailable, InterruptedException {
        var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
        return repeat(limit, () -> {
            var response = send(http, request, whole, limit);
            var answer = FalAnswer.of(response.statusCode(), response.headers(), response.body());
            return new Outcome<>(answer, enough.test(answer) ? Optional.empty() : passing(answer));
        });
    }

    /** One try of something that may be repeated. */
    @FunctionalInterface
    interface Attempt<A> {

        Outcome<A> make() throws IOException, InterruptedException;
    }

    /**
     * What came of a try.
     *
     * @param passing why to try again; empty where that would change nothing
     */
    record Outcome<A>(A answer, Optional<FalUnavailable> passing) {}

    /** Tries until trying again would change nothing; gives up after a while, sooner where each try takes the whole limit. */
    <A> A repeat(Duration limit, Attempt<A> attempt) throws FalUnavailable, InterruptedException {
        var backoff = new Backoff(FIRST_STEP, ALL_STEPS, TRIES, RandomGenerator.getDefault());
        var slow = 0;
        while (true) {
            FalUnavailable trouble;
            try {
                var outcome = attempt.make();
                if (outcome.passing().isEmpty()) {
                    return outcome.answer();
                }
                trouble = outcome.passing().get();
            } catch (HttpTimeoutException e) {
                slow++;
                trouble = passing("no answer within " + limit.toSeconds() + " s", Duration.ZERO);
            } catch (IOException e) {
                trouble =
                        passing("connection failed (%s)".formatted(e.getClass().getSimpleName()), Duration.ZERO);
            }
            var wait = backoff.afterFailure(Optional.of(trouble.pause()));
            if (wait.isEmpty() || slow >= SLOW_TRIES) {
                throw refusals.lasting(trouble);
            }
            delay.pass(wait.get());
        }
    }

    Optional<FalUnavailable> passing(FalAnswer answer) {
        return answer.mayPass() ? Optional.of(useless(answer, clock)) : Optional.empty();
    }

    /** What an answer means that says nothing but its status. */
    static FalUnavailable useless(FalAnswer answer, InstantSource clock) {
        var pause = RetryAfter.of(answer.headers(), clock).orElse(Duration.ZERO);
        var why = "HTTP " + answer.status();
        return answer.isTooOften() ? FalUnavailable.busy("FAL: " + why, pause) : passing(why, pause);
    }

    static FalUnavailable passing(String why, Duration asked) {
        return new FalUnavailable("FAL: " + why, asked, Optional.empty());
    }

    <B> HttpResponse<B> send(HttpRequest request, BodyHandler<B> body, Duration limit)
            throws IOException, InterruptedException {
        return send(http, request, body, limit);
    }

    /** One request, with a limit on the time until the last byte of the answer. */
    static <B> HttpResponse<B> send(HttpClient http, HttpRequest request, BodyHandler<B> body, Duration limit)
            throws IOException, InterruptedException {
        var answer = http.sendAsync(request, body);
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + limit);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("The HTTP client failed", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
