package app.aisha.core.digest;

import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.digest.Digester.DigesterUnavailable;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Pause;
import app.aisha.core.work.StaleState;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Has a digest written and checked. May run any number of times, also twice at once: it is saved only onto the state it started
 * from. What was read before a crash or an outage is read again.
 */
public final class MakeDigest {

    /** Counted from the wish, the time in line among it. */
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(30);

    private static final Duration PATIENCE_FOR_OPERATOR = Duration.ofHours(24);

    private final Transcripts transcripts;
    private final Users users;
    private final Passages passages;
    private final Digests digests;
    private final Digester digester;
    private final EndDigest endDigest;
    private final InstantSource clock;

    public MakeDigest(
            Transcripts transcripts,
            Users users,
            Passages passages,
            Digests digests,
            Digester digester,
            EndDigest endDigest,
            InstantSource clock) {
        this.transcripts = transcripts;
        this.users = users;
        this.passages = passages;
        this.digests = digests;
        this.digester = digester;
        this.endDigest = endDigest;
        this.clock = clock;
    }

    /** Answers when to come again, if at all. An interrupt leaves the state as it was last saved. */
    public JobOutcome make(DigestId id) throws InterruptedException {
        try {
            return digests.find(id).orElse(null) instanceof Digest.Asked asked
                    ? advance(asked)
                    : new JobOutcome.Finished();
        } catch (StaleState _) {
            return new JobOutcome.Finished();
        }
    }

    private JobOutcome advance(Digest.Asked asked) throws InterruptedException {
        try {
            endDigest.end(made(asked));
        } catch (Unmakeable e) {
            endDigest.end(asked.failed(e.problem()));
        } catch (DigesterUnavailable e) {
            return pause(asked, e);
        }
        return new JobOutcome.Finished();
    }

    private Digest.Ready made(Digest.Asked asked) throws Unmakeable, DigesterUnavailable, InterruptedException {
        var all = passages.of(asked.heading().transcript());
        var transcript = transcripts
                .ready(asked.heading().transcript(), asked.owner())
                .filter(_ -> !all.isEmpty())
                .orElseThrow(() -> new Unmakeable(DigestProblem.GONE));
        var excerpt = new Excerpt(all, transcript.wording().language(), dayOf(transcript));
        var reading = new Reading(digester, excerpt, (done, total) -> tell(asked, done, total));
        var content = reading.read(asked.heading().request());
        return asked.ready(content, reading.omitted(), digester.model());
    }

    private LocalDate dayOf(Transcript transcript) {
        var zone = users.find(transcript.owner()).map(User::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(transcript.heading().createdAt(), zone);
    }

    private void tell(Digest.Asked asked, int done, int total) {
        if (!digests.find(asked.id()).equals(Optional.of(asked))) {
            throw new StaleState("Digest " + asked.id().value());
        }
        endDigest.tell(new DigestNotice.Reading(asked.owner(), asked.id(), done, total));
    }

    private JobOutcome pause(Digest.Asked asked, DigesterUnavailable e) {
        var age = Duration.between(asked.heading().createdAt(), clock.instant());
        var patience = e.needsOperator() ? PATIENCE_FOR_OPERATOR : USUAL_PATIENCE;
        if (age.compareTo(patience) > 0) {
            endDigest.end(asked.failed(DigestProblem.NO_SERVICE));
            return new JobOutcome.Finished();
        }
        endDigest.tell(new DigestNotice.Paused(asked.owner(), asked.id()));
        var requested = e.needsOperator() ? Duration.ZERO : e.pause();
        var usual = Pause.of(age);
        return new JobOutcome.Again(requested.compareTo(usual) > 0 ? requested : usual, String.valueOf(e.getMessage()));
    }
}
