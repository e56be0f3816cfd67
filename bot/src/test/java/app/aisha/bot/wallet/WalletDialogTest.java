package app.aisha.bot.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Invoice;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.payment.InvoicePayload;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WalletDialogTest {

    private final Desk desk = new Desk();
    private final User dilnara = desk.dilnara;

    private Turn tap(Action action) {
        return desk.tap(action, dilnara);
    }

    private Turn type(String words) {
        return desk.walletDialog
                .said(words, new WalletStep.EnteringPromo(), dilnara)
                .orElseThrow();
    }

    private static Text words(Turn turn) {
        return turn.screen().map(Screen::text).orElseThrow();
    }

    private static List<String> labels(Turn turn, Language language) {
        var page = BotSets.pages().page(turn.screen().orElseThrow(), language);
        return page.rows().stream()
                .flatMap(List::stream)
                .map(key -> key.label())
                .toList();
    }

    private static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .toList();
    }

    private static Invoice invoice(Turn turn) {
        return (Invoice) turn.screen().flatMap(Screen::attachment).orElseThrow();
    }

    @Test
    void everyPackageIsAButtonAndTheWayBackLeadsToTheMenu() {
        var turn = tap(new WalletAction.TopUp());

        assertThat(words(turn)).isEqualTo(new WalletText.TopUp(new Amount(100), new MenuText.Nothing()));
        assertThat(labels(turn, Language.RU))
                .containsExactly("100 кредитов — ⭐ 100", "300 кредитов — ⭐ 270", "🎟 Ввести промокод", "‹ Назад");
        assertThat(actions(turn)).last().isEqualTo(new MenuAction.OpenMenu());
    }

    @Test
    void aPackageBecomesAnInvoiceBelow() {
        var turn = tap(new WalletAction.Buy(300, 270));

        assertThat(turn.place()).isEqualTo(Turn.Place.BELOW);
        var invoice = invoice(turn);
        assertThat(invoice.title()).isEqualTo("300 кредитов");
        assertThat(invoice.label()).isEqualTo("Заплатить ⭐ 270");
        assertThat(invoice.stars()).isEqualTo(270);
        assertThat(InvoicePayload.parse(invoice.payload()))
                .flatMap(payload -> desk.market.stores.orders().find(payload.order()))
                .hasValueSatisfying(order -> assertThat(order.buyer()).isEqualTo(dilnara.id()));
    }

    @Test
    void aPackageThatIsNoLongerThereShowsThePresentOnes() {
        for (var gone : List.of(
                new WalletAction.Buy(300, 1),
                new WalletAction.Buy(0, 0),
                new WalletAction.Buy(-5, Integer.MAX_VALUE))) {
            var turn = tap(gone);

            assertThat(turn.toast()).contains(new WalletText.PackagesChanged());
            assertThat(words(turn)).isInstanceOf(WalletText.TopUp.class);
        }
    }

    @Test
    void aCodeForTheBalanceShowsTheNewBalance() {
        var code = desk.market.code(new Benefit.Balance(new Credits(50)));
        assertThat(tap(new WalletAction.EnterPromo()).next())
                .isEqualTo(new Turn.Next.Await(new WalletStep.EnteringPromo()));

        var turn = type(code.code());

        assertThat(words(turn)).isEqualTo(new WalletText.PromoCredited(new Amount(50), new Amount(150)));
        assertThat(turn.next()).isEqualTo(new Turn.Next.Close());
    }

    @Test
    void aBonusIsShownOnThePackagesAndInTheInvoice() {
        var code = desk.market.code(new Benefit.Bonus(10));

        var turn = type(code.code());

        assertThat(words(turn))
                .isEqualTo(new WalletText.TopUp(new Amount(100), new WalletText.BonusWaits(code.code(), 10)));
        assertThat(labels(turn, Language.RU))
                .containsExactly(
                        "100 + 10 кредитов — ⭐ 100", "300 + 30 кредитов — ⭐ 270", "✖️ Убрать промокод", "‹ Назад");
        var invoice = tap(new WalletAction.Buy(100, 100));
        assertThat(invoice(invoice).title()).isEqualTo("110 кредитов");
        assertThat(words(invoice)).isInstanceOf(WalletText.InvoiceWithBonus.class);
    }

    @Test
    void aDiscountIsShownOnThePackagesAndInTheInvoiceUntilItIsDropped() {
        type(desk.market.code(new Benefit.Discount(25)).code());

        assertThat(labels(tap(new WalletAction.TopUp()), Language.EN)).contains("300 credits — ⭐ 203 instead of 270");
        var invoice = tap(new WalletAction.Buy(300, 270));
        assertThat(invoice(invoice).stars()).isEqualTo(203);
        assertThat(words(invoice)).isInstanceOf(WalletText.InvoiceWithDiscount.class);

        assertThat(tap(new WalletAction.DropPromo()).toast()).contains(new WalletText.PromoDropped());
        assertThat(tap(new WalletAction.DropPromo()).toast()).contains(new WalletText.NoPromoWaits());
        assertThat(invoice(tap(new WalletAction.Buy(300, 270))).stars()).isEqualTo(270);
    }

    @Test
    void everythingThatIsWrongWithACodeHasItsOwnWordsAndCanBeTypedAgain() {
        var once = desk.market.code(new Benefit.Balance(new Credits(1)));
        var over =
                desk.market.code(new Benefit.Balance(new Credits(1)), Market.ONCE, Optional.of(Duration.ofSeconds(1)));
        var forOne = desk.market.code(
                new Benefit.Balance(new Credits(1)), new PromoCode.Limits(OptionalInt.of(1), 1), Optional.empty());
        var later = desk.clock.instant().plus(Duration.ofDays(9));
        desk.market.create.create(
                "LATER", new Benefit.Bonus(1), Market.ONCE, new PromoCode.Window(later, Optional.empty()));
        desk.market.redeem.redeem(desk.anna.id(), forOne.code());
        desk.clock.advance(Duration.ofSeconds(1));
        type(once.code());

        for (var turn : List.of(
                wrong("no such thing", WalletText.PromoUnknown.class),
                wrong("later", WalletText.PromoNotYet.class),
                wrong(over.code(), WalletText.PromoOver.class),
                wrong(forOne.code(), WalletText.PromoUsedUp.class),
                wrong(once.code(), WalletText.PromoUsedByYou.class))) {
            assertThat(turn.next()).isEqualTo(new Turn.Next.Await(new WalletStep.EnteringPromo()));
        }
    }

    private Turn wrong(String code, Class<? extends Text> words) {
        var turn = type(code);
        assertThat(words(turn)).as(code).isInstanceOf(words);
        return turn;
    }

    @Test
    void aSecondCodeIsRefusedWithAWayToDropTheFirst() {
        var first = desk.market.code(new Benefit.Bonus(10));
        type(first.code());

        var turn = type(desk.market.code(new Benefit.Discount(10)).code());

        assertThat(words(turn)).isEqualTo(new WalletText.PromoAnotherWaits(first.code()));
        assertThat(actions(turn)).contains(new WalletAction.DropPromo());
    }

    @Test
    void codesCannotBeGuessed() {
        var code = desk.market.code(new Benefit.Balance(new Credits(50)));
        desk.promoPause = Optional.of(Duration.ofSeconds(61));

        assertThat(words(type(code.code()))).isEqualTo(new WalletText.PromoTooOften(2));
        assertThat(desk.market.free(dilnara.id())).isEqualTo(100);
    }

    @Test
    void whatDilnaraEnteredMakesNoPriceForAnna() {
        type(desk.market.code(new Benefit.Discount(50)).code());

        assertThat(desk.tap(new WalletAction.DropPromo(), desk.anna).toast()).contains(new WalletText.NoPromoWaits());
        assertThat(invoice(desk.tap(new WalletAction.Buy(300, 270), desk.anna)).stars())
                .isEqualTo(270);
        assertThat(invoice(tap(new WalletAction.Buy(300, 270))).stars()).isEqualTo(135);
    }

    @Test
    void whereNothingIsSoldNoButtonIsAnswered() {
        var free = new Desk(new Prices.FreeOfCharge());

        for (var action : List.of(
                new WalletAction.TopUp(),
                new WalletAction.Buy(300, 270),
                new WalletAction.EnterPromo(),
                new WalletAction.DropPromo())) {
            assertThat(free.walletDialog.tapped(action, free.dilnara)).isEmpty();
        }
        assertThat(free.walletDialog.said("CODE", new WalletStep.EnteringPromo(), free.dilnara))
                .isEmpty();
    }
}
