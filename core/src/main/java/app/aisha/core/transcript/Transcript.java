package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A recording on its way to text.
 *
 * <p>Each state is a type and each step a method of the state it starts from; nothing becomes {@link Ready} without a
 * stored original and its wording. Every step counts the version up by one, and {@link Transcripts#save} refuses what does
 * not follow the stored version.
 */
public sealed interface Transcript {

    Heading heading();

    default TranscriptId id() {
        return heading().id();
    }

    default UserId owner() {
        return heading().owner();
    }

    /**
     * What all states have in common.
     *
     * @param title chosen by the owner; empty until then; unescaped, at most {@value #TITLE_LIMIT} characters
     * @param version counts the saved steps, from 1
     * @param spoken ISO 639-1 code of the language the owner says is spoken; empty leaves it to the recogniser
     */
    record Heading(
            TranscriptId id,
            UserId owner,
            Recording recording,
            Optional<String> title,
            Instant createdAt,
            int version,
            Optional<String> spoken) {

        public static final int TITLE_LIMIT = 100;

        Heading next() {
            return new Heading(id, owner, recording, title, createdAt, version + 1, spoken);
        }

        Heading titled(String chosen) {
            return new Heading(id, owner, recording, Optional.of(chosen), createdAt, version + 1, spoken);
        }
    }

    /** Accepted; nothing has been fetched yet. */
    record Queued(Heading heading) implements Transcript {

        public Working started(Original original) {
            return new Working(heading.next(), original);
        }

        public Failed failed(RecordingProblem problem) {
            return new Failed(heading.next(), problem);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next());
        }
    }

    /** The original is stored; its pieces are being listened to. */
    record Working(Heading heading, Original original) implements Transcript {

        public Ready ready(Wording wording) {
            return new Ready(heading.next(), original, wording);
        }

        public Failed failed(RecordingProblem problem) {
            return new Failed(heading.next(), problem);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next());
        }
    }

    /** The text is there. */
    record Ready(Heading heading, Original original, Wording wording) implements Transcript {

        public Ready renamed(String title) {
            return new Ready(heading.titled(title), original, wording);
        }
    }

    /** Over without a text; the owner was told why. */
    record Failed(Heading heading, RecordingProblem problem) implements Transcript {}

    /** The owner did not want it any more. */
    record Cancelled(Heading heading) implements Transcript {}
}
