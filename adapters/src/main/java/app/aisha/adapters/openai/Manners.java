package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the ways of one server with one model. Where the profile alone may be wrong, a second of generated sound
 * is sent: once at the start and, if that failed, once more before the first clip. Later answers add to it. Thread-safe.
 */
final class Manners {

    private static final Logger LOG = LoggerFactory.getLogger(Manners.class);
    private static final Duration TRIAL = Duration.ofSeconds(1);

    private final OpenAiSettings settings;
    private final SpeechServer server;
    private final ServiceLine line;
    private final ReentrantLock probing = new ReentrantLock();
    private volatile boolean settled;
    private volatile Manner current;

    Manners(OpenAiSettings settings, SpeechServer server, ServiceLine line) {
        this.settings = settings;
        this.server = server;
        this.line = line;
        this.settled = !settings.wantsProbe();
        this.current = Manner.toBeginWith(settings.baseUrl(), settings.speechModel());
    }

    Manner now() {
        return current;
    }

    /** Tries the server; whatever comes of that is for the log. */
    void probeAtStart() throws InterruptedException {
        try {
            probing.lockInterruptibly();
            try {
                settled = settled || probe();
            } finally {
                probing.unlock();
            }
        } catch (ServiceUnavailable e) {
            LOG.debug("Paused already", e);
        }
    }

    /** What to begin a clip with. */
    Manner forClip() throws ServiceUnavailable, InterruptedException {
        if (!settled) {
            probing.lockInterruptibly();
            try {
                if (!settled) {
                    probe();
                    settled = true;
                }
            } finally {
                probing.unlock();
            }
        }
        return current;
    }

    /** Takes over how a clip was asked for with success. */
    void learn(Manner worked) {
        if (!worked.equals(current)) {
            current = worked;
            line.gate().narrowTo(worked.atOnce());
            LOG.info("Speech service at {}: {}", settings.baseUrl().getHost(), worked.summary());
        }
    }

    private boolean probe() throws ServiceUnavailable, InterruptedException {
        var leave = line.leave();
        var asked = new ArrayList<>(trials());
        var why = "no form of answer is accepted";
        while (!asked.isEmpty()) {
            var question = SpeechQuestion.trial(settings.speechModel(), current.withFormat(asked.removeFirst()));
            switch (server.ask(question, TRIAL, line.patience().answerTo(TRIAL))) {
                case Verdict.Answered<Heard> answered -> {
                    leave.answered();
                    found(question.manner().answeredBy(answered.server()));
                    return true;
                }
                case Verdict.Rejected<Heard> rejected -> why = rejected.reason();
                case Verdict.NeedsOperator<Heard> needs -> {
                    leave.refused(needs.alarm());
                    return failed(needs.sentence());
                }
                case Verdict.Passing<Heard> passing -> {
                    return failed(passing.why());
                }
            }
        }
        return failed(why);
    }

    /** The forms with times first, also where the profile does not promise any. */
    private List<SpeechFormat> trials() {
        var formats = new LinkedHashSet<SpeechFormat>();
        if (current.profile().formats().contains(SpeechFormat.DIARIZED_JSON)) {
            formats.add(SpeechFormat.DIARIZED_JSON);
        }
        formats.addAll(List.of(SpeechFormat.VERBOSE_JSON, SpeechFormat.JSON, SpeechFormat.TEXT));
        return List.copyOf(formats);
    }

    private void found(Manner manner) {
        current = manner;
        line.gate().narrowTo(manner.atOnce());
        LOG.info(
                "Speech service at {} with model {} was tried: {}",
                settings.baseUrl().getHost(),
                settings.speechModel(),
                manner.summary());
    }

    private boolean failed(String why) {
        LOG.warn(
                "Speech service at {} with model {} could not be tried: {}",
                settings.baseUrl().getHost(),
                settings.speechModel(),
                why);
        return false;
    }
}
