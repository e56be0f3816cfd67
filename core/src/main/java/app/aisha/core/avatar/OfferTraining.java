package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.Circuit;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.util.Optional;

/** Tells what a training would cost; a consent is bound to what was told last. */
public final class OfferTraining {

    private final Avatars avatars;
    private final AvatarPhotos photos;
    private final AvatarRules rules;
    private final Till till;
    private final Circuit trainer;
    private final Transactions transactions;

    public OfferTraining(
            Avatars avatars,
            AvatarPhotos photos,
            AvatarRules rules,
            Till till,
            Circuit trainer,
            Transactions transactions) {
        this.avatars = avatars;
        this.photos = photos;
        this.rules = rules;
        this.till = till;
        this.trainer = trainer;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Offered(Avatar.Draft draft, Credits price, Balance balance, SetScore score) implements Outcome {}

        /** The set lacks photos; {@code checking} are still being looked at. */
        record TooFewPhotos(Avatar.Draft draft, int needed, int checking) implements Outcome {}

        /** The trainer is known to be out; nothing is offered that it could not do. */
        record TrainerOut(Avatar.Draft draft) implements Outcome {}

        /** It is no draft any more. */
        record StartedAlready(Avatar avatar) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome offer(AvatarId id, UserId owner, Quality preset) {
        try {
            return offerOnce(id, owner, preset);
        } catch (StaleState _) {
            return offerOnce(id, owner, preset);
        }
    }

    private Outcome offerOnce(AvatarId id, UserId owner, Quality preset) {
        return transactions.call(() -> avatars.find(id, owner)
                .map(avatar -> avatar instanceof Avatar.Draft draft
                        ? offer(draft, preset)
                        : new Outcome.StartedAlready(avatar))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome offer(Avatar.Draft draft, Quality preset) {
        return obstacle(draft).orElseGet(() -> offerAt(price(preset), draft, preset));
    }

    private Optional<Outcome> obstacle(Avatar.Draft draft) {
        Optional<Outcome> lack = lack(draft).map(few -> few);
        return lack.isEmpty() && trainerIsOut() ? Optional.of(new Outcome.TrainerOut(draft)) : lack;
    }

    /** Whether nothing may be set aside for a training at present. */
    boolean trainerIsOut() {
        return trainer.isOpen();
    }

    /** Empty where the set may be trained. */
    Optional<Outcome.TooFewPhotos> lack(Avatar.Draft draft) {
        var all = photos.of(draft.id());
        var checking =
                all.stream().filter(AvatarPhoto.Pending.class::isInstance).count();
        var least = rules.set(draft.heading().type()).least();
        return checking == 0 && CheckAvatarPhoto.usable(all).count() >= least
                ? Optional.empty()
                : Optional.of(new Outcome.TooFewPhotos(draft, least, (int) checking));
    }

    private Outcome offerAt(Credits price, Avatar.Draft draft, Quality preset) {
        var quote = price.isNone()
                ? Optional.<QuoteId>empty()
                : Optional.of(till.quote(draft.owner(), purpose(draft), price).id());
        var offered = draft.offered(new TrainingOffer(preset, quote));
        avatars.save(offered);
        return new Outcome.Offered(offered, price, till.balance(draft.owner()), score(draft));
    }

    public SetScore score(Avatar avatar) {
        var looks = CheckAvatarPhoto.usable(photos.of(avatar.id()))
                .map(AvatarPhoto.Usable::look)
                .toList();
        var size = rules.set(avatar.heading().type());
        return SetScore.of(looks, (size.least() + size.most()) / 2);
    }

    /** How long it usually takes from consent to avatar: as seen here lately, else by the published times of the trainers. */
    public Duration expected(TrainingType type, Quality preset) {
        return avatars.typicalTraining(type, preset)
                .orElseGet(() -> Duration.ofMinutes(5)
                        .plusMillis(400L * rules.recipe(type, preset).steps()));
    }

    /** What a training in this preset costs now. */
    public Credits price(Quality preset) {
        return switch (till.prices()) {
            case Prices.FreeOfCharge _ -> Credits.NONE;
            case Prices.Listed listed -> listed.avatar().getOrDefault(preset, Credits.NONE);
        };
    }

    static Purpose purpose(Avatar avatar) {
        return new Purpose(Purpose.Kind.AVATAR, avatar.id().value());
    }
}
