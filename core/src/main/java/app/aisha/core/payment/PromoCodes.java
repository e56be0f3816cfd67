package app.aisha.core.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All promo codes. Thread-safe; takes part in the caller's transaction. */
public interface PromoCodes {

    /** Adds a new code. False where the word is taken, also by a code that is over. */
    boolean add(PromoCode code);

    Optional<PromoCode> find(PromoCodeId id);

    /** The code of this word, in any case. */
    default Optional<PromoCode> find(String words) {
        return PromoCode.normalised(words).flatMap(this::spelled);
    }

    /**
     * The code of exactly this word.
     *
     * @param code in upper case
     */
    Optional<PromoCode> spelled(String code);

    /** The same, and nobody else gets it this way before the caller's transaction ends. */
    Optional<PromoCode> locked(PromoCodeId id);

    /** Counts one use more, or with -1 one less. */
    void count(PromoCodeId id, int uses);

    /** Ends the code. False where it has ended before. */
    boolean end(PromoCodeId id, Instant at);

    /**
     * A page, newest first.
     *
     * @param from the newest one to show; empty for the first page
     */
    Page page(Optional<PromoCodeId> from, int size);

    /**
     * A page of a list.
     *
     * @param newer where the page before this one begins; empty on the first page
     * @param older where the page after this one begins; empty on the last page
     */
    record Page(List<PromoCode> items, Optional<PromoCodeId> newer, Optional<PromoCodeId> older) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
