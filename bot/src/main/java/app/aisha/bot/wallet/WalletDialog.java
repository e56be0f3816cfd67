package app.aisha.bot.wallet;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.routing.RateLimits;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.payment.DropPromoCode;
import app.aisha.core.payment.OrderStars;
import app.aisha.core.payment.Promos;
import app.aisha.core.payment.RedeemPromoCode;
import app.aisha.core.payment.Shop;
import app.aisha.core.payment.StarPackage;
import app.aisha.core.wallet.Till;
import java.time.Duration;
import java.util.Optional;

/** Buying credits, and promo codes. Where nothing is sold it answers nothing, so that its buttons count as outdated. */
public final class WalletDialog implements Dialog {

    private final Shop shop;
    private final OrderStars orderStars;
    private final RedeemPromoCode redeemPromoCode;
    private final DropPromoCode dropPromoCode;
    private final RateLimits limits;
    private final TopUpScreens screens;

    /** What one can do with promo codes. */
    public record PromoDesk(Promos promos, RedeemPromoCode redeem, DropPromoCode drop) {}

    public WalletDialog(Shop shop, OrderStars orderStars, PromoDesk promos, RateLimits limits, Till till, Texts texts) {
        this.shop = shop;
        this.orderStars = orderStars;
        this.redeemPromoCode = promos.redeem();
        this.dropPromoCode = promos.drop();
        this.limits = limits;
        this.screens = new TopUpScreens(shop, promos.promos(), till, texts);
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof WalletAction own && shop.isOpen() ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(WalletAction action, User user) {
        return switch (action) {
            case WalletAction.TopUp _ -> topUp(user);
            case WalletAction.Buy(var credits, var stars) -> buy(credits, stars, user);
            case WalletAction.EnterPromo _ -> awaitCode(new WalletText.AskPromo());
            case WalletAction.DropPromo _ -> drop(user);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof WalletStep.EnteringPromo && shop.isOpen()
                ? Optional.of(guess(words, user))
                : Optional.empty();
    }

    private Turn topUp(User user) {
        return Turn.show(screens.packages(user));
    }

    private Turn buy(long credits, int stars, User user) {
        return StarPackage.listed(credits, stars)
                .map(wanted -> orderStars.order(user.id(), wanted))
                .map(outcome -> switch (outcome) {
                    case OrderStars.Outcome.Ordered ordered ->
                        Turn.aside(screens.invoice(ordered, user)).toast(new WalletText.InvoiceSent());
                    case OrderStars.Outcome.NotSold _ -> changed(user);
                })
                .orElseGet(() -> changed(user));
    }

    private Turn changed(User user) {
        return topUp(user).toast(new WalletText.PackagesChanged());
    }

    /** Guesses are counted, or codes could be found by trying. */
    private Turn guess(String words, User user) {
        return limits.count(user.chat(), RateLimits.Kind.PROMO)
                .map(pause -> awaitCode(new WalletText.PromoTooOften(minutes(pause))))
                .orElseGet(() -> redeem(words, user));
    }

    private static int minutes(Duration pause) {
        return (int) pause.toMinutes() + 1;
    }

    private Turn redeem(String words, User user) {
        return switch (redeemPromoCode.redeem(user.id(), words)) {
            case RedeemPromoCode.Outcome.Credited(var credits, var balance) ->
                Turn.show(Screen.saying(new WalletText.PromoCredited(Amount.of(credits), Amount.of(balance.free())))
                        .button(new WalletText.TopUpButton(), new WalletAction.TopUp())
                        .button(new MenuText.MenuButton(), new MenuAction.OpenMenu()));
            case RedeemPromoCode.Outcome.Applied _ -> topUp(user);
            case RedeemPromoCode.Outcome.Unknown _ -> awaitCode(new WalletText.PromoUnknown());
            case RedeemPromoCode.Outcome.NotYet(var from) ->
                awaitCode(new WalletText.PromoNotYet(from.atZone(user.zone())));
            case RedeemPromoCode.Outcome.Over _ -> awaitCode(new WalletText.PromoOver());
            case RedeemPromoCode.Outcome.UsedUp _ -> awaitCode(new WalletText.PromoUsedUp());
            case RedeemPromoCode.Outcome.UsedByYou _ -> awaitCode(new WalletText.PromoUsedByYou());
            case RedeemPromoCode.Outcome.AnotherWaits(var code) ->
                Turn.show(Screen.saying(new WalletText.PromoAnotherWaits(code.code()))
                        .button(new WalletText.DropPromoButton(), new WalletAction.DropPromo())
                        .button(new MenuText.BackButton(), new WalletAction.TopUp()));
        };
    }

    private static Turn awaitCode(Text words) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), new WalletAction.TopUp()))
                .expecting(new WalletStep.EnteringPromo());
    }

    private Turn drop(User user) {
        return switch (dropPromoCode.drop(user.id())) {
            case DropPromoCode.Outcome.Dropped _ -> topUp(user).toast(new WalletText.PromoDropped());
            case DropPromoCode.Outcome.NoneWaits _ -> topUp(user).toast(new WalletText.NoPromoWaits());
        };
    }
}
