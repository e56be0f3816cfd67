package app.aisha.bot.wallet;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Invoice;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.payment.Offer;
import app.aisha.core.payment.OrderStars;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.payment.Promos;
import app.aisha.core.payment.Shop;
import app.aisha.core.wallet.Till;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What is on sale, as one person can have it, and the invoices for it. */
final class TopUpScreens {

    private final Shop shop;
    private final Promos promos;
    private final Till till;
    private final Texts texts;

    TopUpScreens(Shop shop, Promos promos, Till till, Texts texts) {
        this.shop = shop;
        this.promos = promos;
        this.till = till;
        this.texts = texts;
    }

    Screen packages(User user) {
        var promo = promos.of(user.id()).map(Promos.Active::code);
        var screen = Screen.saying(new WalletText.TopUp(balance(user), waiting(promo)));
        for (var offer : shop.offers(promo)) {
            var listed = offer.listed();
            screen = screen.button(
                    label(offer), new WalletAction.Buy(listed.credits().amount(), listed.stars()));
        }
        return (promo.isPresent()
                        ? screen.button(new WalletText.DropPromoButton(), new WalletAction.DropPromo())
                        : screen.button(new WalletText.PromoButton(), new WalletAction.EnterPromo()))
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu());
    }

    Amount balance(User user) {
        return Amount.of(till.balance(user.id()).free());
    }

    private static Text waiting(Optional<PromoCode> promo) {
        return promo.<Text>map(code -> switch (code.benefit()) {
                    case Benefit.Balance _ -> new MenuText.Nothing();
                    case Benefit.Bonus(var percent) -> new WalletText.BonusWaits(code.code(), percent);
                    case Benefit.Discount(var percent) -> new WalletText.DiscountWaits(code.code(), percent);
                })
                .orElseGet(MenuText.Nothing::new);
    }

    private static Text label(Offer offer) {
        var sold = offer.sold();
        if (!sold.bonus().isNone()) {
            return new WalletText.BonusButton(
                    sold.credits().amount(), sold.bonus().amount(), offer.stars());
        }
        return offer.isDiscounted()
                ? new WalletText.DiscountButton(
                        Amount.of(sold.credits()), offer.stars(), offer.listed().stars())
                : new WalletText.PackageButton(Amount.of(sold.credits()), offer.stars());
    }

    Screen invoice(OrderStars.Outcome.Ordered ordered, User user) {
        var order = ordered.order();
        return Screen.saying(description(ordered, order.validUntil().atZone(user.zone())))
                .with(new Invoice(
                        texts.plain(Amount.of(order.sold().total()), user.language()),
                        order.payload().text(),
                        texts.plain(new WalletText.PayButton(order.stars()), user.language()),
                        order.stars()));
    }

    private static Text description(OrderStars.Outcome.Ordered ordered, ZonedDateTime until) {
        var sold = ordered.order().sold();
        var credits = Amount.of(sold.credits());
        return ordered.promo()
                .<Text>map(code -> switch (code.benefit()) {
                    case Benefit.Balance _ -> new WalletText.InvoiceFor(credits, until);
                    case Benefit.Bonus _ ->
                        new WalletText.InvoiceWithBonus(credits, Amount.of(sold.bonus()), code.code(), until);
                    case Benefit.Discount(var percent) ->
                        new WalletText.InvoiceWithDiscount(credits, percent, code.code(), until);
                })
                .orElseGet(() -> new WalletText.InvoiceFor(credits, until));
    }
}
