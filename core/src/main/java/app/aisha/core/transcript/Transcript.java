package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Tariff;
import java.time.Duration;
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

        public Waiting offered(Original original, QuoteId quote) {
            return new Waiting(heading.next(), original, quote);
        }

        public Working started(Original original, Optional<Terms> terms, Instant now) {
            return new Working(heading.next(), original, terms, now);
        }

        /** Done at once and for nothing, because it was written and not recorded. */
        public Ready read(Original original, Wording wording, Speakers speakers) {
            return new Ready(heading.next(), original, wording, speakers, Optional.empty());
        }

        public Failed failed(RecordingProblem problem) {
            return new Failed(heading.next(), problem, Credits.NONE);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), Credits.NONE);
        }
    }

    /** The original is stored; its owner has been shown a price and has not agreed to it yet. */
    record Waiting(Heading heading, Original original, QuoteId quote) implements Transcript {

        /** With another price in place of the one shown before. */
        public Waiting offered(QuoteId other) {
            return new Waiting(heading.next(), original, other);
        }

        public Working started(Optional<Terms> terms, Instant now) {
            return new Working(heading.next(), original, terms, now);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), Credits.NONE);
        }

        public Failed failed(RecordingProblem problem) {
            return new Failed(heading.next(), problem, Credits.NONE);
        }
    }

    /**
     * The original is stored; its pieces are being listened to.
     *
     * @param terms what is set aside for it; empty where it costs nothing
     * @param since when the listening was begun
     */
    record Working(Heading heading, Original original, Optional<Terms> terms, Instant since) implements Transcript {

        /**
         * Done.
         *
         * @param sounding how much of the recording had something to hear and was heard
         */
        public Ready ready(Wording wording, Speakers speakers, Duration sounding) {
            return new Ready(heading.next(), original, wording, speakers, terms.map(agreed -> agreed.bill(sounding)));
        }

        public Failed failed(RecordingProblem problem) {
            return new Failed(heading.next(), problem, held());
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), held());
        }

        private Credits held() {
            return terms.map(Terms::held).orElse(Credits.NONE);
        }
    }

    /**
     * The text is there.
     *
     * @param bill empty where it cost nothing from the beginning
     */
    record Ready(Heading heading, Original original, Wording wording, Speakers speakers, Optional<Bill> bill)
            implements Transcript {

        public Ready renamed(String title) {
            return new Ready(heading.titled(title), original, wording, speakers, bill);
        }

        /** With other names for its voices. */
        public Ready spokenBy(Speakers named) {
            return new Ready(heading.next(), original, wording, named, bill);
        }

        /** What was lost was listened to once more, and is lost. */
        public Ready heardInVain() {
            return heardAgain(wording, speakers);
        }

        /** What was lost was listened to once more, at no cost. */
        public Ready heardAgain(Wording better, Speakers voices) {
            return new Ready(heading.next(), original, better, voices, bill);
        }
    }

    /**
     * Over without a text; the owner was told why.
     *
     * @param returned what had been set aside and went back
     */
    record Failed(Heading heading, RecordingProblem problem, Credits returned) implements Transcript {}

    /**
     * The owner did not want it any more.
     *
     * @param returned what had been set aside and went back
     */
    record Cancelled(Heading heading, Credits returned) implements Transcript {}

    /**
     * What the owner agreed to pay.
     *
     * @param held set aside for it, and the most it can cost
     * @param tariff as it was when the price was shown
     */
    record Terms(HoldId hold, Credits held, Tariff tariff) {

        Bill bill(Duration sounding) {
            var charged = tariff.of(sounding).atMost(held);
            return new Bill(charged, held.minus(charged));
        }
    }

    /**
     * What it came to.
     *
     * @param returned set aside and not needed, because of silence and gaps
     */
    record Bill(Credits charged, Credits returned) {}
}
