package app.aisha.bot.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.home.Commands;
import app.aisha.bot.routing.Incoming;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.PaymentNotice;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.Shop;
import app.aisha.core.payment.StarOrder;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.wallet.Prices;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentDialogTest {

    private final Desk desk = new Desk();
    private final User dilnara = desk.dilnara;
    private final WalletAnnouncer announcer = new WalletAnnouncer(desk.market.stores.payments(), desk.till);

    private static String html(Screen screen, Language language) {
        return BotSets.pages().page(screen, language).html();
    }

    private String answer(String command, Desk at) {
        return html(at.command(command, at.dilnara).flatMap(Turn::screen).orElseThrow(), Language.RU);
    }

    private static Incoming.Sender sender(User user) {
        return new Incoming.Sender(user.chat(), user.name(), Optional.empty(), user.language());
    }

    private void pays(StarOrder order) {
        var turn = desk.paymentDialog.paid(
                new Incoming.Paid(
                        sender(dilnara),
                        Market.charge(order.stars()),
                        order.payload().text()),
                dilnara);
        assertThat(turn).contains(Turn.silence());
    }

    private String told(PaymentNotice notice, User user) {
        return announcer
                .announce(notice, user)
                .map(screen -> html(screen, Language.RU))
                .orElse("nothing");
    }

    @Test
    void theBuyerIsToldWhatCameAndWhatIsThereNow() {
        desk.market.redeem.redeem(
                dilnara.id(), desk.market.code(new PromoCode.Benefit.Bonus(10)).code());
        pays(desk.market.ordered(dilnara, Market.LARGE));
        var notice = desk.outbox.posted(PaymentNotice.Paid.class).getFirst();

        assertThat(told(notice, dilnara))
                .isEqualTo("✅ Оплата прошла: +300 кредитов и ещё 30 кредитов по промокоду.\n\n"
                        + "Теперь на балансе: 430 кредитов");
        assertThat(told(notice, desk.anna)).isEqualTo("nothing");
        assertThat(announcer.announce(
                        new TranscriptNotice.Writing(dilnara.id(), new TranscriptId(UUID.randomUUID())), dilnara))
                .isEmpty();
    }

    @Test
    void aRefundIsToldTheBuyerAndItsRefusalTheAdmin() throws InterruptedException {
        pays(desk.market.ordered(dilnara, Market.SMALL));
        var payment = desk.market.stores.payments().of(dilnara.id(), 1).getFirst();
        desk.market.cashier.refuses("CHARGE_NOT_FOUND");
        desk.market.refund.refund(payment.id(), Optional.of(desk.anna.id()), "asked");
        desk.market.complete.complete(payment.id());
        desk.market.cashier.agrees();
        assertThat(answer("paysupport", desk)).doesNotContain("возвращ");
        desk.market.refund.refund(payment.id(), Optional.empty(), "asked");
        assertThat(answer("paysupport", desk)).contains("возвращается");
        desk.market.complete.complete(payment.id());
        assertThat(answer("paysupport", desk)).contains("звёзды возвращены");

        var number = payment.id().shortNumber();
        assertThat(told(desk.outbox.posted(PaymentNotice.RefundRefused.class).getFirst(), desk.anna))
                .contains("⭐ 100", number);
        assertThat(told(desk.outbox.posted(PaymentNotice.Refunded.class).getFirst(), dilnara))
                .contains(number, "Списано с баланса: 100 кредитов. Осталось: 100 кредитов");
        assertThat(told(desk.outbox.posted(PaymentNotice.Refunded.class).getFirst(), desk.anna))
                .isEqualTo("nothing");
    }

    @Test
    void starsOfAChargeNobodyKnowsAreNotedAndNothingHappens() {
        assertThat(desk.paymentDialog.refunded(new Incoming.RefundedByTelegram(sender(dilnara), "stx-unheard-of")))
                .isTrue();
        assertThat(desk.outbox.posted()).isEmpty();
    }

    @Test
    void helpWithPaymentsNamesWhoHelpsAndTheLatestPayments() {
        assertThat(answer("paysupport", desk)).contains("@aisha_help").doesNotContain("Последние платежи");

        for (var i = 0; i < 7; i++) {
            pays(desk.market.ordered(dilnara, Market.SMALL));
        }

        var payments = desk.market.stores.payments().of(dilnara.id(), 7);
        assertThat(answer("paysupport", desk))
                .contains(
                        payments.getFirst().id().shortNumber(),
                        payments.get(4).id().shortNumber())
                .doesNotContain(payments.get(5).id().shortNumber());
    }

    @Test
    void withoutAContactTheAdminsAreNamed() {
        var dialog = new PaymentDialog(
                new Shop(Desk.PRICES, List.of(Market.SMALL)),
                desk.market.take,
                desk.market.note,
                desk.market.stores.payments(),
                Optional.empty());

        assertThat(dialog.commanded("paysupport", dilnara).flatMap(Turn::screen))
                .hasValueSatisfying(screen ->
                        assertThat(html(screen, Language.RU)).contains("Обратитесь к администраторам этого бота"));
    }

    @Test
    void theTermsNameThePricesAndThePackages() {
        assertThat(answer("terms", desk))
                .contains("10 кредитов за начатую минуту, первые 60 секунд записи бесплатно")
                .contains("аватар: 100–200 кредитов", "5 кредитов", "300 кредитов — ⭐ 270", "/paysupport");
    }

    @Test
    void whereEverythingIsFreeNothingSpeaksOfMoneyButWhoHasPaidFindsHelp() {
        var free = new Desk(new Prices.FreeOfCharge());

        assertThat(answer("terms", free)).doesNotContainPattern("[Кк]редит|⭐|[Оо]плат|[Зз]в[её]зд|paysupport");
        assertThat(free.command("paysupport", free.dilnara)).isEmpty();
        assertThat(Commands.all(false)).extracting(Commands.Command::name).doesNotContain("paysupport");
        assertThat(Commands.all(true)).extracting(Commands.Command::name).contains("paysupport", "terms");

        free.market.take.take(free.dilnara.id(), Market.charge(5), "whatever");
        assertThat(answer("paysupport", free)).contains("5 кредитов за ⭐ 5");
    }
}
