package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clip on its way to an answer: tries, waits and tries again within bounds. */
final class SpeechCall {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechCall.class);
    private static final Duration UNTIL_SOMEBODY_LOOKED = Duration.ofMinutes(10);
    private static final Duration UNTIL_IT_PASSED = Duration.ofMinutes(1);
    private static final int SLOW_TRIES = 2;

    private final SpeechServer server;
    private final AdaptiveGate gate;
    private final Patience patience;
    private final InstantSource clock;
    private final Duration length;
    private SpeechQuestion question;
    private int attempts;
    private int slow;

    SpeechCall(
            SpeechServer server,
            AdaptiveGate gate,
            Patience patience,
            InstantSource clock,
            SpeechQuestion question,
            Duration length) {
        this.server = server;
        this.gate = gate;
        this.patience = patience;
        this.clock = clock;
        this.question = question;
        this.length = length;
    }

    Hearing answer() throws TranscriberUnavailable, InterruptedException {
        var start = clock.millis();
        var outcome = "interrupted";
        try {
            var hearing = tryUntilAnswered();
            outcome = hearing instanceof Heard ? "heard" : "refused";
            return hearing;
        } catch (TranscriberUnavailable e) {
            outcome = "unavailable: " + e.getMessage();
            throw e;
        } finally {
            LOG.info(
                    "speech model={} seconds={} attempts={} ms={} outcome={}",
                    question.model(),
                    length.toSeconds(),
                    attempts,
                    clock.millis() - start,
                    outcome);
        }
    }

    private Hearing tryUntilAnswered() throws TranscriberUnavailable, InterruptedException {
        var backoff = patience.backoff();
        while (true) {
            switch (attempt()) {
                case Verdict.Answered(var heard) -> {
                    return heard;
                }
                case Verdict.Rejected rejected -> {
                    var easier = question.without(rejected.error());
                    if (easier.isEmpty()) {
                        return new Hearing.Refused("%d %s"
                                .formatted(rejected.status(), rejected.error().message())
                                .strip());
                    }
                    question = easier.get();
                }
                case Verdict.NeedsOperator(var why) ->
                    throw new TranscriberUnavailable(why, UNTIL_SOMEBODY_LOOKED, true);
                case Verdict.Passing passing ->
                    patience.delay().pass(pause(passing, backoff.afterFailure(passing.asked())));
            }
        }
    }

    private Verdict attempt() throws InterruptedException {
        attempts++;
        try (var pass = gate.enter()) {
            var verdict = server.ask(question, length, patience.answerTo(length));
            switch (verdict) {
                case Verdict.Answered _ -> pass.succeeded();
                case Verdict.Passing passing when passing.tooMany() -> pass.tooMany();
                case Verdict.Passing _, Verdict.Rejected _, Verdict.NeedsOperator _ -> {}
            }
            return verdict;
        }
    }

    private Duration pause(Verdict.Passing passing, Optional<Duration> next) throws TranscriberUnavailable {
        if (passing.slow()) {
            slow++;
        }
        if (next.isEmpty() || slow >= SLOW_TRIES) {
            var pause = passing.asked().filter(asked -> asked.compareTo(UNTIL_IT_PASSED) > 0);
            throw new TranscriberUnavailable(
                    passing.why() + ", " + attempts + " tries", pause.orElse(UNTIL_IT_PASSED), false);
        }
        return next.get();
    }
}
