package app.aisha.core.transcript;

import app.aisha.core.account.Users;
import app.aisha.core.transcript.Transcript.Terms;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Quote;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets.Holding;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides what a recording costs once its bytes were looked into: nothing, so that the listening begins; or a price, which its
 * owner is asked to agree to, unless they chose to be asked no more and can afford it.
 */
public final class OfferTranscript {

    /** Longer than anything keeps a transcript in work. */
    static final Duration LONGEST_WORK = Duration.ofDays(3);

    private final Till till;
    private final Users users;
    private final Transcripts transcripts;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    public OfferTranscript(
            Till till,
            Users users,
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.till = till;
        this.users = users;
        this.transcripts = transcripts;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The saved state that follows: Working or Waiting. */
    Transcript offer(Transcript.Queued queued, Original original) {
        return transactions.call(() -> {
            var price = till.prices().transcription().of(original.length());
            if (price.isNone()) {
                return started(queued.started(original, Optional.empty(), clock.instant()));
            }
            var quote = till.quote(queued.owner(), purpose(queued), price);
            return agreed(queued, quote)
                    .<Transcript>map(terms -> started(queued.started(original, Optional.of(terms), clock.instant())))
                    .orElseGet(() -> waiting(queued.offered(original, quote.id())));
        });
    }

    static Purpose purpose(Transcript transcript) {
        return new Purpose(Purpose.Kind.TRANSCRIPT, transcript.id().value());
    }

    private Optional<Terms> agreed(Transcript.Queued queued, Quote quote) {
        var asks = users.find(queued.owner())
                .map(owner -> owner.preferences().confirmsQuotes())
                .orElse(true);
        return asks ? Optional.empty() : terms(quote);
    }

    /** What was set aside; empty where the owner cannot afford it. */
    Optional<Terms> terms(Quote quote) {
        return switch (till.hold(quote, LONGEST_WORK)) {
            case Holding.Held _ ->
                Optional.of(new Terms(
                        HoldId.of(quote.id()), quote.price(), till.prices().transcription()));
            case Holding.KnownAlready _ ->
                throw new StaleState("Transcript " + quote.purpose().subject());
            case Holding.TooPoor _ -> Optional.empty();
        };
    }

    Transcript started(Transcript.Working working) {
        transcripts.save(working);
        outbox.post(new TranscriptNotice.Preparing(working.owner(), working.id()));
        return working;
    }

    private Transcript waiting(Transcript.Waiting waiting) {
        transcripts.save(waiting);
        jobs.enqueue(new TranscriptJob.Lapse(waiting.id()));
        outbox.post(new TranscriptNotice.Offered(waiting.owner(), waiting.id()));
        return waiting;
    }

    /** Shows another price in place of the one before. */
    Quote offerAgain(Transcript.Waiting waiting, Credits price) {
        var quote = till.quote(waiting.owner(), purpose(waiting), price);
        var renewed = waiting.offered(quote.id());
        transcripts.save(renewed);
        outbox.post(new TranscriptNotice.Offered(renewed.owner(), renewed.id()));
        return quote;
    }

    /** Begins the listening in a job of its own. */
    void begin(Transcript.Working working) {
        started(working);
        jobs.enqueue(new TranscriptJob.Continue(working.id()));
    }
}
