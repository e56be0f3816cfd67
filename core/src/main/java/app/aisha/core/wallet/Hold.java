package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets.Ending;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Credits set aside for a piece of work until it ends.
 *
 * @param deadline when the work must be over; the reconciliation reports a hold that is open longer
 */
public record Hold(HoldId id, UserId payer, Purpose purpose, Credits amount, Instant deadline, State state) {

    public Hold {
        if (amount.isNone()) {
            throw new IllegalArgumentException("A hold of nothing");
        }
    }

    /** How it stands. */
    public sealed interface State {

        record Open() implements State {}

        /**
         * The work succeeded.
         *
         * @param charged from 1 up to the amount of the hold; the rest went back
         * @param refunded what was given back later; at most what was charged
         */
        record Captured(Credits charged, Credits refunded) implements State {}

        /**
         * Nothing was charged, all went back.
         *
         * @param reason in the words of the feature that held it, for the receipt
         */
        record Voided(String reason) implements State {}
    }

    public String keyToOpen() {
        return "hold:" + id.value();
    }

    /** The same however it ends, so it ends once. */
    public String keyToEnd() {
        return "end:" + id.value();
    }

    public List<Entry> entriesToOpen() {
        return Entry.move(Account.USER, Account.ESCROW, amount);
    }

    public List<Entry> entriesToEnd(Ending ending) {
        return switch (ending) {
            case Ending.Capture(var charged) ->
                Stream.of(
                                Entry.move(Account.ESCROW, Account.REVENUE, charged),
                                Entry.move(Account.ESCROW, Account.USER, amount.minus(charged)))
                        .flatMap(List::stream)
                        .toList();
            case Ending.Release _ -> Entry.move(Account.ESCROW, Account.USER, amount);
        };
    }

    public static Hold open(Quote quote, Instant deadline) {
        return new Hold(
                HoldId.of(quote.id()), quote.owner(), quote.purpose(), quote.price(), deadline, new State.Open());
    }
}
