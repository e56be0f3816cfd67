package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.picture.Picture.Terms;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Quote;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets.Holding;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Has the pictures made that their owner agreed to: holds, states and jobs come together or not at all. */
public final class PlaceOrder {

    /** Longer than anything keeps a picture in work. */
    static final Duration LONGEST_WORK = Duration.ofHours(6);

    private final PictureOrders orders;
    private final Pictures pictures;
    private final Avatars avatars;
    private final OfferPictures offers;
    private final Till till;
    private final Work work;

    /** What starting work in the background needs. */
    public record Work(
            Jobs jobs, Outbox outbox, Transactions transactions, TimeOrderedIds ids, RandomGenerator random) {}

    public PlaceOrder(
            PictureOrders orders, Pictures pictures, Avatars avatars, OfferPictures offers, Till till, Work work) {
        this.orders = orders;
        this.pictures = pictures;
        this.avatars = avatars;
        this.offers = offers;
        this.till = till;
        this.work = work;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Placed(PictureOrder.Placed order, Credits price, Balance balance) implements Outcome {}

        record TooPoor(PictureOrder order, Credits price, Balance balance) implements Outcome {}

        /** The consent was not to the present price or not to what was shown last; it has to be shown again. */
        record Outdated(PictureOrder.Offered order) implements Outcome {}

        /** The painter is known to be out; nothing was set aside. */
        record PainterOut(PictureOrder.Offered order) implements Outcome {}

        /** The avatar is gone. */
        record NoAvatar() implements Outcome {}

        record PlacedAlready(PictureOrder.Placed order) implements Outcome {}

        /** The words are being written, or the order was dropped. */
        record NotNow(PictureOrder order) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * Safe to call any number of times, also at once.
     *
     * @param agreed number of the version its owner was shown the offer of
     */
    public Outcome place(OrderId id, UserId owner, int agreed) {
        try {
            return work.transactions()
                    .call(() -> orders.lock(id, owner)
                            .map(order -> place(order, agreed))
                            .orElseGet(Outcome.Unknown::new));
        } catch (TooPoorForAll e) {
            return new Outcome.TooPoor(e.order, e.price, till.balance(owner));
        }
    }

    private Outcome place(PictureOrder order, int agreed) {
        return switch (order) {
            case PictureOrder.Placed placed -> new Outcome.PlacedAlready(placed);
            case PictureOrder.Composing _, PictureOrder.Abandoned _ -> new Outcome.NotNow(order);
            case PictureOrder.Offered offered -> place(offered, agreed);
        };
    }

    private Outcome place(PictureOrder.Offered offered, int agreed) {
        var price = offers.price(offered);
        var quote = offered.quote().flatMap(id -> till.find(id, offered.owner()));
        if (offered.heading().version() != agreed || !honoured(quote, price)) {
            return new Outcome.Outdated(offered);
        }
        if (offers.painterIsOut()) {
            return new Outcome.PainterOut(offered);
        }
        return prompt(offered).map(prompt -> begin(offered, prompt, price)).orElseGet(Outcome.NoAvatar::new);
    }

    private boolean honoured(Optional<Quote> quote, Credits price) {
        return quote.map(shown -> till.honours(shown, price)).orElse(price.isNone());
    }

    private Optional<String> prompt(PictureOrder.Offered offered) {
        return switch (offered.heading().subject()) {
            case Subject.OfPhotos _ -> Optional.of(Prompt.ofPhotos(offered.wording()));
            case Subject.OfAvatar(var id) ->
                avatars.find(id, offered.owner())
                        .filter(Avatar.Ready.class::isInstance)
                        .map(Avatar.Ready.class::cast)
                        .map(ready -> Prompt.of(
                                offered.wording(),
                                ready.plan().trigger(),
                                ready.heading().type(),
                                ready.heading().gender()));
        };
    }

    private Outcome begin(PictureOrder.Offered offered, String prompt, Credits price) {
        var choice = offered.heading().choice();
        var first = choice.seed().orElseGet(() -> work.random().nextLong(Recipe.LARGEST_SEED));
        for (var number = 1; number <= choice.count(); number++) {
            var seed = (first + number - 1) % (Recipe.LARGEST_SEED + 1);
            var recipe = new Recipe(offered.heading().subject(), prompt, choice.ratio(), choice.quality(), seed);
            add(offered, number, recipe, price);
        }
        var placed = offered.placed();
        orders.save(placed);
        work.outbox().post(new PictureNotice.Progressed(placed.owner(), placed.id()));
        return new Outcome.Placed(placed, price, till.balance(placed.owner()));
    }

    private void add(PictureOrder.Offered offered, int number, Recipe recipe, Credits total) {
        var id = new PictureId(work.ids().next());
        var picture = new Picture.Queued(new Picture.Heading(
                id,
                offered.owner(),
                offered.id(),
                number,
                recipe,
                hold(offered, id, total),
                TimeOrderedIds.madeAt(id.value()),
                1));
        pictures.add(picture);
        work.jobs().enqueue(new PictureJob.Paint(id));
    }

    /** Each picture has a hold of its own, because each ends by itself. */
    private Optional<Terms> hold(PictureOrder.Offered offered, PictureId picture, Credits total) {
        var price = offers.single();
        if (price.isNone()) {
            return Optional.empty();
        }
        var quote = till.quote(offered.owner(), new Purpose(Purpose.Kind.PICTURE, picture.value()), price);
        return switch (till.hold(quote, LONGEST_WORK)) {
            case Holding.Held _, Holding.KnownAlready _ -> Optional.of(new Terms(HoldId.of(quote.id()), price));
            case Holding.TooPoor _ -> throw new TooPoorForAll(offered, total);
        };
    }

    /** Takes back what was set aside for the first pictures of an order that cannot be paid whole. */
    private static final class TooPoorForAll extends RuntimeException {

        private final transient PictureOrder order;
        private final transient Credits price;

        TooPoorForAll(PictureOrder order, Credits price) {
            super(null, null, false, false);
            this.order = order;
            this.price = price;
        }
    }
}
