package app.aisha.core.picture;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Changes an order that is not paid yet. */
public final class ChangeOrder {

    private final PictureOrders orders;
    private final Users users;
    private final Jobs jobs;
    private final Transactions transactions;

    public ChangeOrder(PictureOrders orders, Users users, Jobs jobs, Transactions transactions) {
        this.orders = orders;
        this.users = users;
        this.jobs = jobs;
        this.transactions = transactions;
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

        /** The words are being written, or the order is paid or dropped; nothing was changed. */
        record NotNow(PictureOrder order) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome change(OrderId id, UserId owner, Change change) {
        return transactions.call(() ->
                orders.lock(id, owner).map(order -> change(order, change)).orElseGet(Outcome.Unknown::new));
    }

    private Outcome change(PictureOrder order, Change change) {
        if (order instanceof PictureOrder.Composing composing && change instanceof Change.Dropped) {
            orders.save(composing.abandoned());
            return new Outcome.Dropped();
        }
        return order instanceof PictureOrder.Offered offered ? changed(offered, change) : new Outcome.NotNow(order);
    }

    private Outcome changed(PictureOrder.Offered offered, Change change) {
        var choice = offered.heading().choice();
        return switch (change) {
            case Change.Ratio(var ratio) -> save(offered.choosing(choice.ratio(ratio)));
            case Change.Count(var count) -> save(offered.choosing(choice.count(count)));
            case Change.Preset(var quality) -> save(offered.choosing(choice.quality(quality)));
            case Change.Undone _ -> save(offered.undone());
            case Change.Rewritten(var words) ->
                enriches(offered.owner())
                        ? compose(offered, words, new Wish.Words(words.strip()))
                        : write(offered, words);
            case Change.Refined(var sentence) -> compose(offered, sentence, new Wish.Change(sentence.strip()));
            case Change.AsWritten(var english) -> write(offered, english);
            case Change.Dropped _ -> {
                orders.save(offered.abandoned());
                yield new Outcome.Dropped();
            }
        };
    }

    private boolean enriches(UserId owner) {
        return users.find(owner)
                .map(user -> user.preferences().enrichesPrompts())
                .orElse(false);
    }

    private Outcome write(PictureOrder.Offered offered, String words) {
        return wrongLength(words).orElseGet(() -> save(offered.worded(new Wording(words.strip(), Optional.empty()))));
    }

    private Outcome compose(PictureOrder.Offered offered, String words, Wish wish) {
        return wrongLength(words).orElseGet(() -> {
            var composing = offered.wishing(wish);
            orders.save(composing);
            jobs.enqueue(new PictureJob.Compose(composing.id()));
            return new Outcome.Composing(composing);
        });
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
