package app.aisha.bot.picture;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.picture.CancelPictures;
import app.aisha.core.picture.ChangeOrder;
import app.aisha.core.picture.ChangeOrder.Change;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.PlaceOrder;
import app.aisha.core.picture.Wish;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import java.util.Optional;
import java.util.function.Function;

/** Changes orders, has them painted, and stops what is being painted. */
public final class OrderDialog implements Dialog {

    private final PictureOrders orders;
    private final ChangeOrder changeOrder;
    private final PlaceOrder placeOrder;
    private final CancelPictures cancelPictures;
    private final OrderScreens screens;

    public OrderDialog(
            PictureOrders orders,
            ChangeOrder changeOrder,
            PlaceOrder placeOrder,
            CancelPictures cancelPictures,
            OrderScreens screens) {
        this.orders = orders;
        this.changeOrder = changeOrder;
        this.placeOrder = placeOrder;
        this.cancelPictures = cancelPictures;
        this.screens = screens;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof OrderAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(OrderAction action, User user) {
        return switch (action) {
            case OrderAction.Show(var id) -> screens.show(id, user);
            case OrderAction.Place(var id, var version) -> place(id, version, user);
            case OrderAction.Ratios(var id) -> offered(id, user, order -> Turn.show(OrderScreens.ratios(order)));
            case OrderAction.Ratio(var id, var ratio) -> change(id, user, new Change.Ratio(ratio));
            case OrderAction.Count(var id, var count) ->
                count < 1 || count > PictureOrder.Choice.MOST
                        ? screens.show(id, user)
                        : change(id, user, new Change.Count(count));
            case OrderAction.Presets(var id) -> offered(id, user, order -> Turn.show(OrderScreens.qualities(order)));
            case OrderAction.Preset(var id, var quality) -> change(id, user, new Change.Preset(quality));
            case OrderAction.Rewrite(var id) -> offered(id, user, order -> askWords(order.id()));
            case OrderAction.WriteExactly(var id) ->
                offered(id, user, order -> ask(new OrderText.AskExactly(), id, new PictureStep.WritingExactly(id)));
            case OrderAction.Refine(var id) ->
                offered(id, user, order -> ask(new OrderText.AskSentence(), id, new PictureStep.Refining(id)));
            case OrderAction.Undo(var id) -> change(id, user, new Change.Undone());
            case OrderAction.Drop(var id) -> change(id, user, new Change.Dropped());
            case OrderAction.Stop(var id) -> stop(id, user);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        if (!(step instanceof PictureStep own)) {
            return Optional.empty();
        }
        return switch (own) {
            case PictureStep.Rewriting rewriting ->
                Optional.of(written(rewriting.order(), new Change.Rewritten(words), rewriting, user));
            case PictureStep.WritingExactly exact ->
                Optional.of(written(exact.order(), new Change.AsWritten(words), exact, user));
            case PictureStep.Refining refining ->
                Optional.of(written(refining.order(), new Change.Refined(words), refining, user));
            case PictureStep.Wishing _, PictureStep.Collecting _, PictureStep.RefiningPicture _ -> Optional.empty();
        };
    }

    private Turn offered(OrderId id, User user, Function<PictureOrder.Offered, Turn> answer) {
        return orders.find(id, user.id())
                .map(order ->
                        order instanceof PictureOrder.Offered offered ? answer.apply(offered) : screens.notNow(order))
                .orElseGet(OrderScreens::unknown);
    }

    private static Turn askWords(OrderId id) {
        return Turn.show(OrderScreens.back(
                        Screen.saying(new OrderText.AskWords())
                                .button(new OrderText.ExactlyButton(), new OrderAction.WriteExactly(id)),
                        id))
                .expecting(new PictureStep.Rewriting(id));
    }

    private static Turn ask(Text words, OrderId id, PictureStep step) {
        return Turn.show(OrderScreens.back(Screen.saying(words), id)).expecting(step);
    }

    /** Words of a wrong length are asked for once more. While words are looked for, what is said next changes them again. */
    private Turn written(OrderId id, Change change, PictureStep step, User user) {
        return switch (changeOrder.change(id, user.id(), change)) {
            case ChangeOrder.Outcome.WrongLength(var characters) ->
                ask(new PictureText.WrongLength(characters, Wish.SHORTEST, Wish.LONGEST), id, step);
            case ChangeOrder.Outcome.Composing(var order) ->
                Turn.show(OrderScreens.composing(order)).expecting(step);
            case ChangeOrder.Outcome other -> changed(id, other, user);
        };
    }

    private Turn change(OrderId id, User user, Change change) {
        return changed(id, changeOrder.change(id, user.id(), change), user);
    }

    private Turn changed(OrderId id, ChangeOrder.Outcome outcome, User user) {
        return switch (outcome) {
            case ChangeOrder.Outcome.Changed _, ChangeOrder.Outcome.WrongLength _ -> screens.show(id, user);
            case ChangeOrder.Outcome.Composing(var order) -> Turn.show(OrderScreens.composing(order));
            case ChangeOrder.Outcome.Dropped _ -> Turn.show(OrderScreens.another(new OrderText.Dropped()));
            case ChangeOrder.Outcome.NotNow(var order) -> screens.notNow(order);
            case ChangeOrder.Outcome.Unknown _ -> OrderScreens.unknown();
        };
    }

    /** Progress comes as a message of its own. */
    private Turn place(OrderId id, int version, User user) {
        return switch (placeOrder.place(id, user.id(), version)) {
            case PlaceOrder.Outcome.Placed placed -> Turn.show(placed(placed.order(), placed.price()));
            case PlaceOrder.Outcome.TooPoor(var order, var price, var balance) -> tooPoor(order, price, balance, user);
            case PlaceOrder.Outcome.Outdated(var order) ->
                screens.show(order.id(), user).toast(new OrderText.Outdated());
            case PlaceOrder.Outcome.PainterOut(var order) -> Turn.show(OrderScreens.painterOut(order));
            case PlaceOrder.Outcome.NoAvatar _ ->
                Turn.show(OrderScreens.another(new PictureText.AvatarGone())).toast(new PictureText.AvatarGone());
            case PlaceOrder.Outcome.PlacedAlready(var order) -> screens.notNow(order);
            case PlaceOrder.Outcome.NotNow(var order) -> screens.notNow(order);
            case PlaceOrder.Outcome.Unknown _ -> OrderScreens.unknown();
        };
    }

    private static Screen placed(PictureOrder.Placed order, Credits price) {
        Text money = price.isNone() ? new MenuText.Nothing() : new OrderText.SetAside(Amount.of(price));
        return Screen.saying(new OrderText.Placed(order.heading().choice().count(), money));
    }

    /** The order is as it was, and the button to agree works after a top-up. */
    private Turn tooPoor(PictureOrder order, Credits price, Balance balance, User user) {
        return order instanceof PictureOrder.Offered offered
                ? Turn.show(screens.offer(new OfferPictures.Outcome.Offered(offered, price, balance), user))
                        .toast(new OrderText.TooPoor())
                : screens.notNow(order);
    }

    /** What is told of the end comes as a message of its own. */
    private Turn stop(OrderId id, User user) {
        return switch (cancelPictures.cancel(id, user.id())) {
            case CancelPictures.Outcome.Cancelled _ -> Turn.silence().toast(new ResultText.Stopped());
            case CancelPictures.Outcome.TooLate _ -> Turn.silence().toast(new ResultText.TooLateToStop());
            case CancelPictures.Outcome.Unknown _ -> OrderScreens.unknown();
        };
    }
}
