package app.aisha.bot.picture;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletAction;
import app.aisha.bot.wallet.WalletText;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.PictureOrder.Choice;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wording;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices.Quality;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Orders as screens: the offer with all that can be changed, and what leads back to it. */
public final class OrderScreens {

    /** So that reading, prompt and the rest fit one message. */
    private static final int LONGEST = 1_700;

    private final OfferPictures offers;
    private final Subjects subjects;

    public OrderScreens(OfferPictures offers, Avatars avatars) {
        this.offers = offers;
        this.subjects = new Subjects(avatars);
    }

    /** The order as it is now: the offer with today's price, or why there is none. */
    Turn show(OrderId id, User user) {
        return switch (offers.offer(id, user.id())) {
            case OfferPictures.Outcome.Offered offered -> Turn.show(offer(offered, user));
            case OfferPictures.Outcome.PainterOut(var order) -> Turn.show(painterOut(order));
            case OfferPictures.Outcome.NotNow(var order) -> notNow(order);
            case OfferPictures.Outcome.Unknown _ -> unknown();
        };
    }

    Turn notNow(PictureOrder order) {
        return switch (order) {
            case PictureOrder.Composing composing ->
                Turn.redraw(composing(composing)).toast(new OrderText.StillComposing());
            case PictureOrder.Placed _ ->
                Turn.show(another(new OrderText.PlacedAlready())).toast(new OrderText.PlacedAlready());
            case PictureOrder.Abandoned _ ->
                Turn.show(another(new OrderText.Dropped())).toast(new OrderText.Dropped());
            case PictureOrder.Offered _ -> throw new IllegalArgumentException("It is on offer now");
        };
    }

    /** Nothing is offered that cannot be done; the words are kept. */
    static Screen painterOut(PictureOrder.Offered order) {
        return Screen.saying(new OrderText.PainterOut())
                .button(new OrderText.LookAgainButton(), new OrderAction.Show(order.id()))
                .button(new OrderText.DropButton(), new OrderAction.Drop(order.id()));
    }

    static Turn unknown() {
        return Turn.show(another(new PictureText.NotFound())).toast(new PictureText.NotFound());
    }

    static Screen another(Text words) {
        return Screen.saying(words)
                .button(new OrderText.AnotherButton(), new PictureAction.Begin())
                .button(new MenuText.MenuButton(), new MenuAction.OpenMenu());
    }

    static Screen composing(PictureOrder.Composing order) {
        return Screen.saying(new PictureText.Composing())
                .button(new OrderText.DropButton(), new OrderAction.Drop(order.id()));
    }

    Screen offer(OfferPictures.Outcome.Offered offered, User user) {
        return buttons(Screen.saying(words(offered, user)), offered);
    }

    /** The offer below what went wrong with a change. */
    Screen offer(Text trouble, OfferPictures.Outcome.Offered offered, User user) {
        return buttons(Screen.saying(new OrderText.Told(trouble, words(offered, user))), offered);
    }

    private Text words(OfferPictures.Outcome.Offered offered, User user) {
        var heading = offered.order().heading();
        var choice = heading.choice();
        return new OrderText.Offer(
                wording(offered.order().wording(), heading.subject(), user),
                subjects.name(heading.subject(), user),
                Words.sized(choice.ratio(), heading.subject()),
                choice.count(),
                Words.of(choice.quality()),
                priced(offered.price(), offered.balance()));
    }

    private Text wording(Wording wording, Subject subject, User user) {
        var english = Words.atMost(LONGEST, subjects.named(wording.english(), subject, user));
        return wording.reading()
                .<Text>map(reading ->
                        new OrderText.Words(Words.atMost(LONGEST, subjects.named(reading, subject, user)), english))
                .orElseGet(() -> new OrderText.OnlyEnglish(english));
    }

    private static Text priced(Credits price, Balance balance) {
        if (price.isNone()) {
            return new MenuText.Nothing();
        }
        var free = balance.free();
        return free.covers(price)
                ? new OrderText.Price(Amount.of(price), Amount.of(free))
                : new OrderText.OutOfReach(Amount.of(price), Amount.of(free), Amount.of(price.minus(free)));
    }

    private static Screen buttons(Screen words, OfferPictures.Outcome.Offered offered) {
        var order = offered.order();
        var id = order.id();
        var choice = order.heading().choice();
        var paid = offered.balance().free().covers(offered.price())
                ? words
                : words.button(new WalletText.TopUpButton(), new WalletAction.TopUp());
        var screen = paid.button(
                        create(choice.count(), offered.price()),
                        new OrderAction.Place(id, order.heading().version()))
                .row(counts(id, choice))
                .row(new Button(new OrderText.RatioButton(Words.of(choice.ratio())), new OrderAction.Ratios(id)))
                .row(new Button(new OrderText.QualityButton(Words.of(choice.quality())), new OrderAction.Presets(id)))
                .row(
                        new Button(new OrderText.RewriteButton(), new OrderAction.Rewrite(id)),
                        new Button(new OrderText.RefineButton(), new OrderAction.Refine(id)));
        if (order.wordings().size() > 1) {
            screen = screen.button(new OrderText.UndoButton(), new OrderAction.Undo(id));
        }
        if (order.heading().subject() instanceof Subject.OfAvatar(var avatar)) {
            screen = screen.button(new PictureText.StylesButton(), new PictureAction.Packs(avatar));
        }
        return screen.button(new OrderText.DropButton(), new OrderAction.Drop(id));
    }

    private static Text create(int count, Credits price) {
        return price.isNone()
                ? new OrderText.CreateForFreeButton(count)
                : new OrderText.CreateButton(count, Amount.of(price));
    }

    private static Button[] counts(OrderId id, Choice choice) {
        return IntStream.rangeClosed(1, Choice.MOST)
                .mapToObj(count -> new Button(
                        marked(new OrderText.CountButton(count), count == choice.count()),
                        new OrderAction.Count(id, count)))
                .toArray(Button[]::new);
    }

    private static Text marked(Text label, boolean chosen) {
        return chosen ? new OrderText.ChosenButton(label) : label;
    }

    static Screen ratios(PictureOrder.Offered order) {
        var subject = order.heading().subject();
        var chosen = order.heading().choice().ratio();
        var buttons = Arrays.stream(AspectRatio.values())
                .map(ratio -> new Button(
                        marked(Words.sized(ratio, subject), ratio == chosen), new OrderAction.Ratio(order.id(), ratio)))
                .toArray(Button[]::new);
        return back(Screen.saying(new OrderText.ChooseRatio()).rows(1, buttons), order.id());
    }

    static Screen qualities(PictureOrder.Offered order) {
        var chosen = order.heading().choice().quality();
        var buttons = Arrays.stream(Quality.values())
                .map(quality -> new Button(
                        marked(Words.of(quality), quality == chosen), new OrderAction.Preset(order.id(), quality)))
                .toArray(Button[]::new);
        return back(Screen.saying(new OrderText.ChooseQuality()).rows(1, buttons), order.id());
    }

    static Screen back(Screen screen, OrderId id) {
        return screen.button(new OrderText.BackToOfferButton(), new OrderAction.Show(id));
    }
}
