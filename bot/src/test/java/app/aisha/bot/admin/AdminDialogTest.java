package app.aisha.bot.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.admin.AdminStep.Ordering;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.OrderId;
import app.aisha.core.payment.Market;
import app.aisha.core.wallet.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminDialogTest {

    private final Desk desk = new Desk();
    private final Texts texts = new Texts();
    private final Text dilnara = new AdminText.Someone("Dilnara", "7");
    private final Ordering granting = new Ordering.Granting(desk.dilnara.id());
    private final Ordering taking = new Ordering.Taking(desk.dilnara.id());

    private Turn tap(Action action) {
        return desk.tap(action, desk.olga);
    }

    private Turn say(String words, AdminStep step) {
        return desk.say(words, step, desk.olga);
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    private static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(row -> row.stream())
                .map(Button::action)
                .toList();
    }

    private static <T extends Action> T button(Turn turn, Class<T> type) {
        return actions(turn).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private String shown(Turn turn) {
        return texts.html(words(turn), Language.EN);
    }

    private long free() {
        return desk.wallets.of(desk.dilnara.id()).free().amount();
    }

    @Test
    void theCommandOpensAdministrationForAdministratorsOnly() {
        assertThat(words(desk.command("admin", desk.olga).orElseThrow())).isEqualTo(new AdminText.Home());
        assertThat(desk.command("admin", desk.dilnara)).isEmpty();
    }

    @Test
    void whateverIsWrittenToTheSearchIsSought() {
        var asked = tap(new AdminAction.Search());
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(new AdminStep.Searching()));

        var found = say("dil", new AdminStep.Searching());
        assertThat(actions(found))
                .containsExactly(new AdminAction.OpenPerson(desk.dilnara.id()), new AdminAction.Search());
        assertThat(found.next()).isEqualTo(new Turn.Next.Await(new AdminStep.Searching()));
        assertThat(actions(say("@OLGA", new AdminStep.Searching())))
                .startsWith(new AdminAction.OpenPerson(desk.olga.id()));
        assertThat(words(say("zz" + "z".repeat(100), new AdminStep.Searching())))
                .isEqualTo(new AdminText.NobodyFound("z".repeat(64) + "…"));
    }

    @Test
    void aCardTellsWhatIsKnownOfAPerson() {
        desk.ready("text");
        desk.charged(30);

        var card = tap(new AdminAction.OpenPerson(desk.dilnara.id()));

        assertThat(shown(card))
                .contains("<b>Dilnara</b> (<code>7</code>)", "Language: ru", "Transcripts: 1", "Free: 70 credits")
                .contains("№ 3", "work charged: +0 → 70", "№ 2", "set aside for work: -30 → 70", "№ 1")
                .doesNotContain("blocked", "@");
        assertThat(actions(card))
                .containsExactly(
                        new AdminAction.Grant(desk.dilnara.id()),
                        new AdminAction.Take(desk.dilnara.id()),
                        AdminAction.OpenReceipts.first(desk.dilnara.id()),
                        new AdminAction.OpenPayments(desk.dilnara.id()),
                        new AdminAction.Search());
        desk.users.setReachable(desk.olga.chat(), false);
        assertThat(shown(tap(new AdminAction.OpenPerson(desk.olga.id())))).contains("@olga", "The bot is blocked");
    }

    @Test
    void aGrantIsProposedConfirmedAndTold() {
        assertThat(words(tap(new AdminAction.Grant(desk.dilnara.id()))))
                .isEqualTo(new AdminText.AskGrant(dilnara, new Amount(100)));

        var proposed = say("50  lost\nrecording", granting);
        assertThat(words(proposed))
                .isEqualTo(new AdminText.Proposed(
                        new AdminText.ToGrant(new Amount(50), dilnara),
                        new Amount(100),
                        new Amount(150),
                        "lost recording"));
        assertThat(proposed.next()).isEqualTo(new Turn.Next.Close());
        assertThat(free()).isEqualTo(100);

        var done = tap(button(proposed, AdminAction.Confirm.class));
        assertThat(words(done))
                .isEqualTo(new AdminText.Done(
                        new AdminText.Granted(new Amount(50), dilnara),
                        new Amount(100),
                        new Amount(150),
                        "lost recording"));
        assertThat(done.toast()).contains(new AdminText.DoneToast());
        assertThat(actions(done)).containsExactly(new AdminAction.OpenPerson(desk.dilnara.id()));
        assertThat(free()).isEqualTo(150);
        var notice = desk.outbox.posted(AdminNotice.class).getFirst();
        assertThat(new AdminAnnouncer(desk.audit)
                        .announce(notice, desk.dilnara)
                        .orElseThrow()
                        .text())
                .isEqualTo(new AdminText.CreditsGranted(new Amount(50), "lost recording"));
        assertThat(desk.audit.newest(1).getFirst().actor()).isEqualTo(new Actor.Admin(desk.olga.chat()));
    }

    @Test
    void aSecondTapChangesNothingAndSaysSo() {
        var confirm = button(say("50 lost recording", granting), AdminAction.Confirm.class);
        tap(confirm);
        desk.clock.advance(Duration.ofDays(2));

        var again = tap(confirm);

        assertThat(words(again))
                .isEqualTo(new AdminText.DoneBefore(new AdminText.Granted(new Amount(50), dilnara), "lost recording"));
        assertThat(again.toast()).contains(new AdminText.DoneAlready());
        assertThat(free()).isEqualTo(150);
        assertThat(desk.audit.newest(9)).hasSize(1);
    }

    @Test
    void whatIsDroppedCannotBeConfirmedAndWhatIsDoneCannotBeDropped() {
        var dropped = say("50 lost recording", granting);
        assertThat(tap(button(dropped, AdminAction.Drop.class)).toast()).contains(new AdminText.Dropped());
        assertThat(tap(button(dropped, AdminAction.Confirm.class)).toast()).contains(new AdminText.Outdated());
        assertThat(tap(button(dropped, AdminAction.Drop.class)).toast()).contains(new AdminText.Outdated());
        assertThat(free()).isEqualTo(100);

        var done = say("50 lost recording", granting);
        tap(button(done, AdminAction.Confirm.class));
        assertThat(tap(button(done, AdminAction.Drop.class)).toast()).contains(new AdminText.DoneAlready());
        assertThat(free()).isEqualTo(150);
    }

    @Test
    void aProposalGrowsOldAndBelongsToWhoMadeIt() {
        var confirm = button(say("50 lost recording", granting), AdminAction.Confirm.class);
        desk.clock.advance(Duration.ofHours(1));

        assertThat(tap(confirm).toast()).contains(new AdminText.Outdated());
        assertThat(tap(new AdminAction.Confirm(new OrderId(desk.ids.next()))).toast())
                .contains(new AdminText.Outdated());
        assertThat(free()).isEqualTo(100);
    }

    @Test
    void whatIsNoLongerFreeWhenItIsConfirmedIsNotTaken() {
        var confirm = button(say("100 by mistake", taking), AdminAction.Confirm.class);
        desk.charged(30);

        assertThat(words(tap(confirm))).isEqualTo(new AdminText.TooPoor(new Amount(70)));
        assertThat(free()).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "reason", "-5 reason", "5.5 reason", "50reason", "12345678 reason", "all reason", ""})
    void whatCannotBeReadIsAskedForAgain(String words) {
        var again = say(words, granting);

        assertThat(words(again)).isEqualTo(new AdminText.BadOrder("1000000"));
        assertThat(again.next()).isEqualTo(new Turn.Next.Await(granting));
        assertThat(actions(again)).containsExactly(new AdminAction.OpenPerson(desk.dilnara.id()));
    }

    @Test
    void whatIsRefusedIsAskedForAgain() {
        assertThat(words(say("0 reason", granting))).isEqualTo(new AdminText.BadOrder("1000000"));
        assertThat(words(say("1000001 reason", granting))).isEqualTo(new AdminText.BadOrder("1000000"));
        assertThat(words(say("50 no", granting))).isEqualTo(new AdminText.BadReason(3, 200));
        assertThat(words(say("50 " + "x".repeat(201), granting))).isEqualTo(new AdminText.BadReason(3, 200));
        var poor = say("101 by mistake", taking);
        assertThat(words(poor)).isEqualTo(new AdminText.TooPoor(new Amount(100)));
        assertThat(poor.next()).isEqualTo(new Turn.Next.Await(taking));
    }

    @Test
    void aChargeIsGivenBackFromItsReceipt() {
        var receipt = desk.charged(30);
        var receipts = tap(AdminAction.OpenReceipts.first(desk.dilnara.id()));
        var refund = new AdminAction.Refund(desk.dilnara.id(), receipt);
        assertThat(actions(receipts)).containsExactly(refund, new AdminAction.OpenPerson(desk.dilnara.id()));

        var asked = tap(refund);
        assertThat(words(asked)).isEqualTo(new AdminText.AskRefund(Long.toString(receipt), new Amount(30)));
        var refunding = new Ordering.Refunding(desk.dilnara.id(), receipt);
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(refunding));
        tap(button(say("10 bad sound", refunding), AdminAction.Confirm.class));
        assertThat(free()).isEqualTo(80);
        assertThat(words(say("21 bad sound", refunding))).isEqualTo(new AdminText.TooMuch(new Amount(20)));
        tap(button(say("ВСЁ bad sound", refunding), AdminAction.Confirm.class));

        assertThat(free()).isEqualTo(100);
        assertThat(actions(tap(AdminAction.OpenReceipts.first(desk.dilnara.id()))))
                .noneMatch(AdminAction.Refund.class::isInstance);
        assertThat(words(say("1 bad sound", refunding))).isEqualTo(new AdminText.TooMuch(new Amount(0)));
        assertThat(desk.audit.newest(9))
                .extracting(AuditEntry::amount)
                .containsExactly(new Credits(20), new Credits(10));
    }

    @Test
    void starsOfAPaymentGoBackFromTheListOfPayments() {
        var large = desk.market.ordered(desk.dilnara, Market.LARGE);
        var payment = desk.market.paid(desk.dilnara, large).payment();
        desk.charged(150);
        var payments = tap(new AdminAction.OpenPayments(desk.dilnara.id()));
        var refund = new AdminAction.RefundStars(desk.dilnara.id(), payment.id());
        assertThat(actions(payments)).containsExactly(refund, new AdminAction.OpenPerson(desk.dilnara.id()));
        assertThat(shown(payments))
                .contains("270 stars for 300 credits: paid", payment.id().shortNumber());

        var asked = tap(refund);
        var refunding = new Ordering.RefundingStars(desk.dilnara.id(), payment.id());
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(refunding));
        assertThat(words(say("no", refunding))).isEqualTo(new AdminText.BadReason(3, 200));
        var proposed = say("unhappy with it", refunding);
        assertThat(words(proposed))
                .isEqualTo(new AdminText.Proposed(
                        new AdminText.ToRefundStars(new Amount(250), dilnara),
                        new Amount(250),
                        new Amount(0),
                        "unhappy with it"));
        var done = tap(button(proposed, AdminAction.Confirm.class));

        assertThat(shown(done)).contains("Stars are going back, took 250 credits");
        assertThat(shown(tap(new AdminAction.OpenPayments(desk.dilnara.id())))).contains("stars are going back");
        assertThat(words(say("once more", refunding))).isEqualTo(new AdminText.RefundUnderWay());
        assertThat(desk.outbox.posted(AdminNotice.class)).isEmpty();
        assertThat(tap(new AdminAction.RefundStars(desk.anna.id(), payment.id()))
                        .toast())
                .as("the payment is not Anna's")
                .contains(new AdminText.PersonGone());
        assertThat(words(say("because", new Ordering.RefundingStars(desk.anna.id(), payment.id()))))
                .isEqualTo(new AdminText.NoPayment());
    }

    @Test
    void receiptsTurnTheirPages() {
        for (var i = 0; i < 4; i++) {
            desk.charged(5);
        }

        var first = tap(AdminAction.OpenReceipts.first(desk.dilnara.id()));
        assertThat(actions(first)).contains(new AdminAction.OpenReceipts(desk.dilnara.id(), 4));
        assertThat(actions(tap(new AdminAction.OpenReceipts(desk.dilnara.id(), 4))))
                .contains(new AdminAction.OpenReceipts(desk.dilnara.id(), 9));
        assertThat(words(tap(AdminAction.OpenReceipts.first(desk.anna.id()))))
                .isEqualTo(new AdminText.NoReceipts(new AdminText.Someone("Anna", "8")));
    }

    @Test
    void theLogTellsWhoDidWhatToWhom() {
        assertThat(words(tap(new AdminAction.OpenLog()))).isEqualTo(new AdminText.NoLog());
        tap(button(say("50 lost <recording>", granting), AdminAction.Confirm.class));
        desk.audit.add(new AuditEntry(
                new OrderId(desk.ids.next()),
                desk.clock.instant().minusSeconds(5),
                new Actor.Operator("root"),
                AuditEntry.Act.TAKE,
                Optional.of(new UserId(desk.ids.next())),
                new Credits(3),
                "by mistake",
                ""));

        var log = shown(tap(new AdminAction.OpenLog()));

        assertThat(log)
                .containsSubsequence(
                        "admin <code>9</code>",
                        "Granted 50 credits — <b>Dilnara</b> (<code>7</code>)",
                        "<i>lost &lt;recording&gt;</i>",
                        "console, root",
                        "Took 3 credits — somebody who is no longer here");
    }

    @Test
    void whoIsGoneIsNotShown() {
        var nobody = new UserId(desk.ids.next());

        assertThat(Stream.of(
                        new AdminAction.OpenPerson(nobody),
                        new AdminAction.Grant(nobody),
                        new AdminAction.Take(nobody),
                        AdminAction.OpenReceipts.first(nobody),
                        new AdminAction.Refund(nobody, 1),
                        new AdminAction.OpenPayments(nobody)))
                .allSatisfy(action -> assertThat(tap(action).toast()).contains(new AdminText.PersonGone()));
    }

    @Test
    void whatEveryNoticeSaysIsFoundInTheLog() {
        var receipt = desk.charged(30);
        tap(button(say("5 by mistake", taking), AdminAction.Confirm.class));
        tap(button(say("5 bad sound", new Ordering.Refunding(desk.dilnara.id(), receipt)), AdminAction.Confirm.class));
        var announcer = new AdminAnnouncer(desk.audit);

        assertThat(desk.outbox.posted(AdminNotice.class).stream()
                        .flatMap(notice -> announcer.announce(notice, desk.dilnara).stream())
                        .map(screen -> screen.text()))
                .containsExactly(
                        new AdminText.CreditsTaken(new Amount(5), "by mistake"),
                        new AdminText.CreditsReturned(new Amount(5), "bad sound"));
        assertThat(announcer.announce(
                        new AdminNotice.CreditsChanged(desk.dilnara.id(), new OrderId(desk.ids.next())), desk.dilnara))
                .isEmpty();
    }

    @Test
    void backLeadsOneLevelUp() {
        assertThat(actions(tap(new AdminAction.OpenAdmin()))).endsWith(new MenuAction.OpenMenu());
        assertThat(actions(tap(new AdminAction.Search()))).endsWith(new AdminAction.OpenAdmin());
        assertThat(actions(tap(new AdminAction.OpenLog()))).endsWith(new AdminAction.OpenAdmin());
    }
}
