package app.aisha.bot.admin;

import static app.aisha.bot.admin.Administrator.actions;
import static app.aisha.bot.admin.Administrator.button;
import static app.aisha.bot.admin.Administrator.words;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.admin.AdminStep.Ordering;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.OrderId;
import app.aisha.core.payment.Market;
import app.aisha.core.wallet.Credits;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators are shown, and what people are told of what was done. */
class AdminListsTest {

    private final Desk desk = new Desk();
    private final Administrator olga = new Administrator(desk);
    private final Text dilnara = new AdminText.Someone("Dilnara", "7");
    private final Ordering granting = new Ordering.Granting(desk.dilnara.id());
    private final Ordering taking = new Ordering.Taking(desk.dilnara.id());

    @Test
    void aCardTellsWhatIsKnownOfAPerson() {
        desk.ready("text");
        desk.charged(30);

        var card = olga.tap(new AdminAction.OpenPerson(desk.dilnara.id()));

        assertThat(olga.shown(card))
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
        assertThat(olga.shown(olga.tap(new AdminAction.OpenPerson(desk.olga.id()))))
                .contains("@olga", "The bot is blocked");
    }

    @Test
    void starsOfAPaymentGoBackFromTheListOfPayments() {
        var large = desk.market.ordered(desk.dilnara, Market.LARGE);
        var payment = desk.market.paid(desk.dilnara, large).payment();
        desk.charged(150);
        var payments = olga.tap(new AdminAction.OpenPayments(desk.dilnara.id()));
        var refund = new AdminAction.RefundStars(desk.dilnara.id(), payment.id());
        assertThat(actions(payments)).containsExactly(refund, new AdminAction.OpenPerson(desk.dilnara.id()));
        assertThat(olga.shown(payments))
                .contains("270 stars for 300 credits: paid", payment.id().shortNumber());

        var asked = olga.tap(refund);
        var refunding = new Ordering.RefundingStars(desk.dilnara.id(), payment.id());
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(refunding));
        assertThat(words(olga.say("no", refunding))).isEqualTo(new AdminText.BadReason(3, 200));
        var proposed = olga.say("unhappy with it", refunding);
        assertThat(words(proposed))
                .isEqualTo(new AdminText.Proposed(
                        new AdminText.ToRefundStars(new Amount(250), dilnara),
                        new Amount(250),
                        new Amount(0),
                        "unhappy with it"));
        var done = olga.tap(button(proposed, AdminAction.Confirm.class));

        assertThat(olga.shown(done)).contains("Stars are going back, took 250 credits");
        assertThat(olga.shown(olga.tap(new AdminAction.OpenPayments(desk.dilnara.id()))))
                .contains("stars are going back");
        assertThat(words(olga.say("once more", refunding))).isEqualTo(new AdminText.RefundUnderWay());
        assertThat(desk.outbox.posted(AdminNotice.class)).isEmpty();
        assertThat(olga.tap(new AdminAction.RefundStars(desk.anna.id(), payment.id()))
                        .toast())
                .as("the payment is not Anna's")
                .contains(new AdminText.PersonGone());
        assertThat(words(olga.say("because", new Ordering.RefundingStars(desk.anna.id(), payment.id()))))
                .isEqualTo(new AdminText.NoPayment());
    }

    @Test
    void receiptsTurnTheirPages() {
        for (var i = 0; i < 4; i++) {
            desk.charged(5);
        }

        var first = olga.tap(AdminAction.OpenReceipts.first(desk.dilnara.id()));
        assertThat(actions(first)).contains(new AdminAction.OpenReceipts(desk.dilnara.id(), 4));
        assertThat(actions(olga.tap(new AdminAction.OpenReceipts(desk.dilnara.id(), 4))))
                .contains(new AdminAction.OpenReceipts(desk.dilnara.id(), 9));
        assertThat(words(olga.tap(AdminAction.OpenReceipts.first(desk.anna.id()))))
                .isEqualTo(new AdminText.NoReceipts(new AdminText.Someone("Anna", "8")));
    }

    @Test
    void theLogTellsWhoDidWhatToWhom() {
        assertThat(words(olga.tap(new AdminAction.OpenLog()))).isEqualTo(new AdminText.NoLog());
        olga.tap(button(olga.say("50 lost <recording>", granting), AdminAction.Confirm.class));
        desk.audit.add(new AuditEntry(
                new OrderId(desk.ids.next()),
                desk.clock.instant().minusSeconds(5),
                new Actor.Operator("root"),
                AuditEntry.Act.TAKE,
                Optional.of(new UserId(desk.ids.next())),
                new Credits(3),
                "by mistake",
                ""));

        var log = olga.shown(olga.tap(new AdminAction.OpenLog()));

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
                .allSatisfy(action -> assertThat(olga.tap(action).toast()).contains(new AdminText.PersonGone()));
    }

    @Test
    void whatEveryNoticeSaysIsFoundInTheLog() {
        var receipt = desk.charged(30);
        olga.tap(button(olga.say("5 by mistake", taking), AdminAction.Confirm.class));
        olga.tap(button(
                olga.say("5 bad sound", new Ordering.Refunding(desk.dilnara.id(), receipt)),
                AdminAction.Confirm.class));
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
        assertThat(actions(olga.tap(new AdminAction.OpenAdmin()))).endsWith(new MenuAction.OpenMenu());
        assertThat(actions(olga.tap(new AdminAction.Search()))).endsWith(new AdminAction.OpenAdmin());
        assertThat(actions(olga.tap(new AdminAction.OpenLog()))).endsWith(new AdminAction.OpenAdmin());
    }
}
