package app.aisha.core.picture;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Changes an order that is not paid yet. */
public final class ChangeOrder {

    private final PictureOrders orders;
    private final Users users;
    private final Jobs jobs;
    private final Transactions transactions;
    private final InstantSource clock;

    public ChangeOrder(PictureOrders orders, Users users, Jobs jobs, Transactions transactions, InstantSource clock) {
        this.orders = orders;
        this.users = users;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What to change. */
    public sealed interface Change {

        record Ratio(AspectRatio ratio) implements Change {}

        /** 1 to {@link PictureOrder.Choice#MOST} pictures. */
        record Count(int count) implements Change {}

        record Preset(Quality quality) implements Change {}

        /** Other words instead, put into a painter's words again unless their owner switched that off. */
        record Rewritten(String words) implements Change {}

        /** The words there are, changed as the sentence says. */
        record Refined(String sentence) implements Change {}

        /** Exactly these words, in English, without any model. */
        record AsWritten(String english) implements Change {}

        /** Takes the last change of words back. */
        record Undone() implements Change {}

        /** Nothing shall come of it. */
        record Dropped() implements Change {}
    }

    /** What the change met. */
    public sealed interface Outcome {

        record Changed(PictureOrder.Offered order) implements Outcome {}

        record Composing(PictureOrder.Composing order) implements Outcome {}

        record Dropped() implements Outcome {}

        /** Fewer than {@link Wish#SHORTEST} or more than {@link Wish#LONGEST} characters. */
        record WrongLength(int characters) implements Outcome {}

        /** The words are being written and nothing but another wish can change them, or the order is paid or dropped. */
        record NotNow(PictureOrder order) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome change(OrderId id, UserId owner, Change change) {
        return transactions.call(
                () -> orders.lock(id, owner).map(order -> change(order, change)).orElseGet(Outcome.Unknown::new));
    }

    private Outcome change(PictureOrder order, Change change) {
        return switch (order) {
            case PictureOrder.Composing composing -> changed(composing, change);
            case PictureOrder.Offered offered -> changed(offered, change);
            case PictureOrder.Placed _, PictureOrder.Abandoned _ -> new Outcome.NotNow(order);
        };
    }

    /** Of two wishes the newer one holds. */
    private Outcome changed(PictureOrder.Composing composing, Change change) {
        return switch (change) {
            case Change.Rewritten(var words)
            when enriches(composing.owner()) ->
                compose(words, composing.wishing(new Wish.Words(words.strip()), clock.instant()));
            case Change.Rewritten(var words) -> write(words, composing::worded);
            case Change.AsWritten(var english) -> write(english, composing::worded);
            case Change.Refined(var sentence)
            when !composing.wordings().isEmpty() ->
                compose(sentence, composing.wishing(new Wish.Change(sentence.strip()), clock.instant()));
            case Change.Refined _, Change.Ratio _, Change.Count _, Change.Preset _, Change.Undone _ ->
                new Outcome.NotNow(composing);
            case Change.Dropped _ -> drop(composing.abandoned());
        };
    }

    private Outcome changed(PictureOrder.Offered offered, Change change) {
        var choice = offered.heading().choice();
        return switch (change) {
            case Change.Ratio(var ratio) -> save(offered.choosing(choice.ratio(ratio)));
            case Change.Count(var count) -> save(offered.choosing(choice.count(count)));
            case Change.Preset(var quality) -> save(offered.choosing(choice.quality(quality)));
            case Change.Undone _ when offered.wordings().size() == 1 -> new Outcome.Changed(offered);
            case Change.Undone _ -> save(offered.undone());
            case Change.Rewritten(var words)
            when enriches(offered.owner()) ->
                compose(words, offered.wishing(new Wish.Words(words.strip()), clock.instant()));
            case Change.Rewritten(var words) -> write(words, offered::worded);
            case Change.Refined(var sentence) ->
                compose(sentence, offered.wishing(new Wish.Change(sentence.strip()), clock.instant()));
            case Change.AsWritten(var english) -> write(english, offered::worded);
            case Change.Dropped _ -> drop(offered.abandoned());
        };
    }

    private boolean enriches(UserId owner) {
        return users.find(owner)
                .map(user -> user.preferences().enrichesPrompts())
                .orElse(false);
    }

    private Outcome write(String words, Function<Wording, PictureOrder.Offered> step) {
        return wrongLength(words).orElseGet(() -> save(step.apply(new Wording(words.strip(), Optional.empty()))));
    }

    private Outcome compose(String words, PictureOrder.Composing composing) {
        return wrongLength(words).orElseGet(() -> {
            orders.save(composing);
            jobs.enqueue(new PictureJob.Compose(composing.id()));
            return new Outcome.Composing(composing);
        });
    }

    private Outcome drop(PictureOrder.Abandoned abandoned) {
        orders.save(abandoned);
        return new Outcome.Dropped();
    }

    private Outcome save(PictureOrder.Offered offered) {
        orders.save(offered);
        return new Outcome.Changed(offered);
    }

    private static Optional<Outcome> wrongLength(String words) {
        return Wish.isOfRightLength(words)
                ? Optional.empty()
                : Optional.of(new Outcome.WrongLength(Wish.length(words)));
    }
}
