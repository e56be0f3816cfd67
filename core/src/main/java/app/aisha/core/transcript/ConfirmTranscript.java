package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Quote;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Agrees to the price of a transcript: the price is set aside and the listening begins. A quote is paid once at most. */
public final class ConfirmTranscript {

    /** What the confirmation met. */
    public sealed interface Outcome {

        record Started(TranscriptId transcript, Credits price, Balance balance) implements Outcome {}

        record TooPoor(TranscriptId transcript, Credits price, Balance balance) implements Outcome {}

        /** The price shown was not the present one; the transcript waits with a new quote. */
        record Outdated(TranscriptId transcript, Credits before, Credits now) implements Outcome {}

        /** Somebody agreed already, or the transcript is over. */
        record StartedAlready(TranscriptId transcript) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Till till;
    private final OfferTranscript offer;
    private final Transcripts transcripts;
    private final Transactions transactions;
    private final InstantSource clock;

    public ConfirmTranscript(
            Till till, OfferTranscript offer, Transcripts transcripts, Transactions transactions, InstantSource clock) {
        this.till = till;
        this.offer = offer;
        this.transcripts = transcripts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Safe to call any number of times, also at once. */
    public Outcome confirm(QuoteId id, UserId owner) {
        try {
            return confirmOnce(id, owner);
        } catch (StaleState _) {
            return confirmOnce(id, owner);
        }
    }

    private Outcome confirmOnce(QuoteId id, UserId owner) {
        return transactions.call(() -> till.find(id, owner)
                .flatMap(quote -> transcripts
                        .find(new TranscriptId(quote.purpose().subject()), owner)
                        .map(transcript -> confirm(quote, transcript)))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome confirm(Quote quote, Transcript transcript) {
        return switch (transcript) {
            case Transcript.Waiting waiting -> confirm(quote, waiting);
            case Transcript.Queued _,
                    Transcript.Working _,
                    Transcript.Ready _,
                    Transcript.Failed _,
                    Transcript.Cancelled _ -> new Outcome.StartedAlready(transcript.id());
        };
    }

    private Outcome confirm(Quote quote, Transcript.Waiting waiting) {
        var price = till.prices().transcription().of(waiting.original().length());
        if (price.isNone()) {
            offer.begin(waiting.started(Optional.empty(), clock.instant()));
            return new Outcome.Started(waiting.id(), price, till.balance(waiting.owner()));
        }
        if (!waiting.quote().equals(quote.id()) || !till.honours(quote, price)) {
            offer.offerAgain(waiting, price);
            return new Outcome.Outdated(waiting.id(), quote.price(), price);
        }
        return offer.terms(quote)
                .<Outcome>map(terms -> {
                    offer.begin(waiting.started(Optional.of(terms), clock.instant()));
                    return new Outcome.Started(waiting.id(), price, till.balance(waiting.owner()));
                })
                .orElseGet(() -> new Outcome.TooPoor(waiting.id(), price, till.balance(waiting.owner())));
    }
}
