package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clip on its way to an answer: tries, waits and tries again within bounds. */
final class SpeechCall {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechCall.class);
    private static final Duration UNTIL_IT_PASSED = Duration.ofMinutes(1);
    private static final int SLOW_TRIES = 2;

    private final SpeechService service;
    private final Duration length;
    private final Manner first;
    private SpeechQuestion question;
    private int attempts;
    private int slow;

    SpeechCall(SpeechService service, SpeechQuestion question, Duration length) {
        this.service = service;
        this.question = question;
        this.length = length;
        this.first = question.manner();
    }

    Hearing answer() throws TranscriberUnavailable, InterruptedException {
        var start = service.clock().millis();
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
                    service.clock().millis() - start,
                    outcome);
        }
    }

    private Hearing tryUntilAnswered() throws TranscriberUnavailable, InterruptedException {
        var backoff = service.patience().backoff();
        while (true) {
            switch (attempt()) {
                case Verdict.Answered answered -> {
                    learn(question.manner().answeredBy(answered.server()));
                    return answered.heard();
                }
                case Verdict.Rejected rejected -> {
                    var easier = question.easier(rejected);
                    if (easier.isEmpty()) {
                        learnFrom(rejected);
                        return new Hearing.Refused(rejected.reason());
                    }
                    question = easier.get();
                }
                case Verdict.NeedsOperator needs -> throw new IllegalStateException(needs.sentence());
                case Verdict.Passing passing ->
                    service.patience().delay().pass(pause(passing, backoff.afterFailure(passing.asked())));
            }
        }
    }

    private Verdict attempt() throws TranscriberUnavailable, InterruptedException {
        try (var pass = service.gate().enter()) {
            var leave = service.pause().enter();
            attempts++;
            var verdict =
                    service.server().ask(question, length, service.patience().answerTo(length));
            switch (verdict) {
                case Verdict.Answered _ -> {
                    pass.succeeded();
                    leave.answered();
                }
                case Verdict.Passing passing when passing.tooMany() -> pass.tooMany();
                case Verdict.NeedsOperator needs -> throw leave.refused(needs);
                case Verdict.Passing _, Verdict.Rejected _ -> {}
            }
            return verdict;
        }
    }

    /** A server that is not known to read other files than WAV gets no other ones any more. */
    private void learnFrom(Verdict.Rejected rejected) {
        var manner = question.manner();
        if (rejected.isAboutSound()
                && question.upload().kind() != SpeechUpload.Kind.WAV
                && manner.sound() == Manner.Sound.WAV) {
            learn(manner.with(Manner.Sound.WAV_ONLY));
        }
    }

    /** Only what this call found out, lest it undo what another one did. */
    private void learn(Manner manner) {
        if (!manner.equals(first)) {
            service.manners().learn(manner);
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
