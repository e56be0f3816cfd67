package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clip on its way to an answer; what a server does not understand is left out. */
final class SpeechCall {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechCall.class);

    private final SpeechService service;
    private final Duration length;
    private final Manner first;
    private final ServiceCall call;
    private SpeechQuestion question;

    SpeechCall(SpeechService service, SpeechQuestion question, Duration length) {
        this.service = service;
        this.question = question;
        this.length = length;
        this.first = question.manner();
        this.call = new ServiceCall(service.line());
    }

    Hearing answer() throws ServiceUnavailable, InterruptedException {
        var start = service.clock().millis();
        var outcome = "interrupted";
        try {
            var hearing = askUntilUnderstood();
            outcome = hearing instanceof Heard ? "heard" : "refused";
            return hearing;
        } catch (ServiceUnavailable e) {
            outcome = "unavailable: " + e.getMessage();
            throw e;
        } finally {
            LOG.info(
                    "speech model={} seconds={} attempts={} ms={} outcome={}",
                    question.model(),
                    length.toSeconds(),
                    call.attempts(),
                    service.clock().millis() - start,
                    outcome);
        }
    }

    private Hearing askUntilUnderstood() throws ServiceUnavailable, InterruptedException {
        var limit = service.line().patience().answerTo(length);
        while (true) {
            switch (call.settle(() -> service.server().ask(question, length, limit))) {
                case Verdict.Answered<Heard> answered -> {
                    learn(question.manner().answeredBy(answered.server()));
                    return answered.answer();
                }
                case Verdict.Rejected<Heard> rejected -> {
                    var easier = question.easier(rejected);
                    if (easier.isEmpty()) {
                        learnFrom(rejected);
                        return new Hearing.Refused(rejected.reason());
                    }
                    question = easier.get();
                }
            }
        }
    }

    /** A server that is not known to read other files than WAV gets no other ones any more. */
    private void learnFrom(Verdict.Rejected<?> rejected) {
        var manner = question.manner();
        if (SpeechComplaints.aboutSound(rejected)
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
}
