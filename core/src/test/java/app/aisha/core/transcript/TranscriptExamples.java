package app.aisha.core.transcript;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Transcripts for tests. Ids are in the order of their making. */
public final class TranscriptExamples {

    public static final Original ORIGINAL =
            new Original(new MediaKey("users/1/recordings/2/original.ogg"), "ogg", Duration.ofSeconds(30));

    private static final AtomicLong MESSAGES = new AtomicLong();
    private static final SettableClock CLOCK = new SettableClock();
    private static final TimeOrderedIds IDS = new TimeOrderedIds(CLOCK);

    private TranscriptExamples() {}

    public static UserId someone() {
        return new UserId(IDS.next());
    }

    public static TranscriptId someId() {
        return new TranscriptId(IDS.next());
    }

    /** A voice message of 30 s under a number of its own. */
    public static Recording aVoice() {
        return new Recording(
                MESSAGES.incrementAndGet(),
                "file-" + UUID.randomUUID(),
                Recording.Kind.VOICE,
                Optional.empty(),
                Duration.ofSeconds(30),
                50_000);
    }

    public static Transcript.Queued queued(UserId owner) {
        return queued(owner, aVoice());
    }

    public static Transcript.Queued queued(UserId owner, Recording recording) {
        return queued(owner, recording, Optional.empty());
    }

    public static Transcript.Queued queued(UserId owner, Recording recording, Optional<String> spoken) {
        return new Transcript.Queued(
                new Transcript.Heading(someId(), owner, recording, Optional.empty(), CLOCK.instant(), 1, spoken));
    }

    public static Transcript.Working working(UserId owner) {
        return queued(owner).started(ORIGINAL, Optional.empty(), CLOCK.instant());
    }

    public static Transcript.Ready ready(UserId owner, String text) {
        return working(owner).ready(new Wording(text, Optional.of("ru"), 0), Speakers.UNKNOWN, ORIGINAL.length());
    }

    /** Shown this price, which its owner has not agreed to. */
    public static Transcript.Waiting waiting(UserId owner, QuoteId quote) {
        return queued(owner).offered(ORIGINAL, quote);
    }

    /** A transcript in this state, one step after a queued one, with made-up content. */
    public static Transcript oneStepOn(Transcript.Queued from, Class<?> state, long seed) {
        var made = new Examples(seed)
                .given(Transcript.Heading.class, () -> from.heading().titled("„Диля“ <3"))
                .given(MediaKey.class, () -> ORIGINAL.key());
        return (Transcript) made.of(state);
    }

    /** Stores the transcript, going the shortest way there. */
    public static <T extends Transcript> T stored(Transcripts transcripts, T transcript) {
        var heading = transcript.heading();
        for (var version = 1; version <= heading.version(); version++) {
            var then = new Transcript.Heading(
                    heading.id(),
                    heading.owner(),
                    heading.recording(),
                    heading.title(),
                    heading.createdAt(),
                    version,
                    heading.spoken());
            if (version == 1) {
                transcripts.add(new Transcript.Queued(then));
            } else {
                transcripts.save(version == heading.version() ? transcript : new Transcript.Queued(then));
            }
        }
        return transcript;
    }
}
