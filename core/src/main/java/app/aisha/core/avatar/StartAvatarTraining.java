package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.TrainingPlan.Terms;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
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

/** Starts a training its owner agreed to: the hold, the state and the job come together or not at all. */
public final class StartAvatarTraining {

    /** Longer than anything keeps a training in work. */
    static final Duration LONGEST_WORK = Duration.ofDays(2);

    private final Avatars avatars;
    private final OfferTraining offers;
    private final AvatarRules rules;
    private final Till till;
    private final Work work;

    /** What starting work in the background needs. */
    public record Work(Jobs jobs, Outbox outbox, Transactions transactions, InstantSource clock) {}

    public StartAvatarTraining(Avatars avatars, OfferTraining offers, AvatarRules rules, Till till, Work work) {
        this.avatars = avatars;
        this.offers = offers;
        this.rules = rules;
        this.till = till;
        this.work = work;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Started(Avatar.Queued avatar, Credits price, Balance balance) implements Outcome {}

        record TooPoor(Avatar.Draft draft, Credits price, Balance balance) implements Outcome {}

        /** The consent was not to the present price or not to what was shown last; it has to be shown again. */
        record Outdated(Avatar.Draft draft, TrainingOffer shown) implements Outcome {}

        record TooFewPhotos(Avatar.Draft draft, int needed, int checking) implements Outcome {}

        /** The trainer is known to be out; nothing was set aside. */
        record TrainerOut(Avatar.Draft draft) implements Outcome {}

        /** It was started before, or is over. */
        record StartedAlready(Avatar avatar) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * Safe to call any number of times, also at once.
     *
     * @param agreed number of the version its owner was shown the offer of
     */
    public Outcome start(AvatarId id, UserId owner, int agreed) {
        try {
            return startOnce(id, owner, agreed);
        } catch (StaleState _) {
            return startOnce(id, owner, agreed);
        }
    }

    private Outcome startOnce(AvatarId id, UserId owner, int agreed) {
        return work.transactions()
                .call(() -> avatars.lock(id, owner)
                        .map(avatar -> avatar instanceof Avatar.Draft draft
                                ? start(draft, agreed)
                                : new Outcome.StartedAlready(avatar))
                        .orElseGet(Outcome.Unknown::new));
    }

    private Outcome start(Avatar.Draft draft, int agreed) {
        var lack = offers.lack(draft);
        if (lack.isPresent()) {
            return new Outcome.TooFewPhotos(
                    draft, lack.get().needed(), lack.get().checking());
        }
        if (offers.trainerIsOut()) {
            return new Outcome.TrainerOut(draft);
        }
        return draft.offer().map(offer -> start(draft, offer, agreed)).orElseGet(Outcome.Unknown::new);
    }

    private Outcome start(Avatar.Draft draft, TrainingOffer offer, int agreed) {
        var price = offers.price(offer.preset());
        var quote = offer.quote().flatMap(id -> till.find(id, draft.owner()));
        if (draft.heading().version() != agreed || !honoured(quote, price)) {
            return new Outcome.Outdated(draft, offer);
        }
        if (quote.isEmpty()) {
            return begin(draft, offer, Optional.empty());
        }
        return switch (till.hold(quote.get(), LONGEST_WORK)) {
            case Holding.Held _ ->
                begin(draft, offer, Optional.of(new Terms(HoldId.of(quote.get().id()), price)));
            case Holding.KnownAlready _ -> new Outcome.Outdated(draft, offer);
            case Holding.TooPoor(var balance) -> new Outcome.TooPoor(draft, price, balance);
        };
    }

    private boolean honoured(Optional<Quote> quote, Credits price) {
        return quote.map(shown -> till.honours(shown, price)).orElse(price.isNone());
    }

    private Outcome begin(Avatar.Draft draft, TrainingOffer offer, Optional<Terms> terms) {
        var recipe = rules.recipe(draft.heading().type(), offer.preset());
        var attempt = draft.attempts() + 1;
        var plan = new TrainingPlan(
                offer.preset(),
                recipe,
                trigger(draft, attempt),
                attempt,
                terms,
                work.clock().instant());
        var queued = draft.queued(plan);
        avatars.save(queued);
        work.jobs().enqueue(new AvatarJob.Train(queued.id()));
        work.outbox().post(new AvatarNotice.Progressed(queued.owner(), queued.id(), attempt));
        var price = terms.map(Terms::held).orElse(Credits.NONE);
        return new Outcome.Started(queued, price, till.balance(queued.owner()));
    }

    /** No word of any language, and another one for each training, so that a request can be told from the one before. */
    private static String trigger(Avatar.Draft draft, int attempt) {
        var id = draft.id().value().toString().replace("-", "");
        return "TOK" + id.substring(id.length() - 10) + (char) ('a' + (attempt - 1) % 26);
    }
}
