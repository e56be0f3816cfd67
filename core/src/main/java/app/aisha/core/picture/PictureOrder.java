package app.aisha.core.picture;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.QuoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What pictures of one kind shall be made: a wish that is put into words, shown, changed and at last paid. Each state is a type
 * and each step a method of the state it starts from; every step counts the version up by one.
 */
public sealed interface PictureOrder {

    Heading heading();

    default OrderId id() {
        return heading().id();
    }

    default UserId owner() {
        return heading().owner();
    }

    /** How many changes can be undone. */
    int KEPT_WORDINGS = 10;

    /** The words it has so far, the latest last. */
    List<Wording> wordings();

    /**
     * What all states have in common.
     *
     * @param version counts the saved steps, from 1
     */
    record Heading(OrderId id, UserId owner, Subject subject, Choice choice, Origin origin, Instant at, int version) {

        Heading next() {
            return with(choice);
        }

        Heading with(Choice chosen) {
            return new Heading(id, owner, subject, chosen, origin, at, version + 1);
        }
    }

    /**
     * What its owner chose.
     *
     * @param count 1 to {@link #MOST}
     * @param seed of the first picture, the others follow; empty for a new one
     */
    record Choice(AspectRatio ratio, int count, Quality quality, OptionalLong seed) {

        /** As many as one album of buttons can be about. */
        public static final int MOST = 4;

        public Choice {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("1 to 4 pictures, not " + count);
            }
        }

        public Choice ratio(AspectRatio chosen) {
            return new Choice(chosen, count, quality, seed);
        }

        public Choice count(int chosen) {
            return new Choice(ratio, chosen, quality, seed);
        }

        public Choice quality(Quality chosen) {
            return new Choice(ratio, count, chosen, seed);
        }

        public Choice seed(OptionalLong chosen) {
            return new Choice(ratio, count, quality, chosen);
        }
    }

    /**
     * Where it comes from.
     *
     * @param style it was made in, if any
     * @param parent the picture it varies or refines, if any
     */
    record Origin(Optional<StyleId> style, Optional<PictureId> parent) {

        public static final Origin NONE = new Origin(Optional.empty(), Optional.empty());
    }

    /**
     * A model puts the wish into words.
     *
     * @param since when the wish was made
     */
    record Composing(Heading heading, Wish wish, Instant since, List<Wording> wordings) implements PictureOrder {

        public Composing {
            wordings = List.copyOf(wordings);
        }

        public Offered worded(Wording wording) {
            return new Offered(heading.next(), PictureOrder.added(wordings, wording), Optional.empty());
        }

        /** Another wish takes the place of the one that has no words yet. */
        public Composing wishing(Wish other, Instant now) {
            return new Composing(heading.next(), other, now, wordings);
        }

        /** As it was before the wish; empty where it was nothing before. */
        public Optional<Offered> unchanged() {
            return wordings.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Offered(heading.next(), wordings, Optional.empty()));
        }

        public Abandoned abandoned() {
            return new Abandoned(heading.next(), wordings);
        }
    }

    /**
     * In words; its owner looks at it, changes it or agrees.
     *
     * @param wordings at least one
     * @param quote the price its owner was shown last; empty until then and where it costs nothing
     */
    record Offered(Heading heading, List<Wording> wordings, Optional<QuoteId> quote) implements PictureOrder {

        public Offered {
            wordings = List.copyOf(wordings);
            if (wordings.isEmpty()) {
                throw new IllegalArgumentException("An offer without words");
            }
        }

        /** What will be painted. */
        public Wording wording() {
            return wordings.getLast();
        }

        public Offered quoted(Optional<QuoteId> shown) {
            return new Offered(heading.next(), wordings, shown);
        }

        public Offered choosing(Choice choice) {
            return new Offered(heading.with(choice), wordings, Optional.empty());
        }

        public Composing wishing(Wish wish, Instant now) {
            return new Composing(heading.next(), wish, now, wordings);
        }

        public Offered worded(Wording wording) {
            return new Offered(heading.next(), PictureOrder.added(wordings, wording), Optional.empty());
        }

        /** With the words before the last change; the same where there are none. */
        public Offered undone() {
            return wordings.size() == 1
                    ? this
                    : new Offered(heading.next(), wordings.subList(0, wordings.size() - 1), Optional.empty());
        }

        public Placed placed() {
            return new Placed(heading.next(), wordings);
        }

        public Abandoned abandoned() {
            return new Abandoned(heading.next(), wordings);
        }
    }

    /** Its owner agreed; there are pictures of it now. */
    record Placed(Heading heading, List<Wording> wordings) implements PictureOrder {

        public Placed {
            wordings = List.copyOf(wordings);
        }
    }

    /** Nothing came of it, and nothing was paid. */
    record Abandoned(Heading heading, List<Wording> wordings) implements PictureOrder {

        public Abandoned {
            wordings = List.copyOf(wordings);
        }
    }

    private static List<Wording> added(List<Wording> before, Wording wording) {
        var all = Stream.concat(before.stream(), Stream.of(wording)).toList();
        return all.subList(Math.max(0, all.size() - KEPT_WORDINGS), all.size());
    }
}
