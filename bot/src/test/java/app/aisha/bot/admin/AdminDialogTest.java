package app.aisha.bot.admin;

import static app.aisha.bot.admin.Administrator.actions;
import static app.aisha.bot.admin.Administrator.button;
import static app.aisha.bot.admin.Administrator.words;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.admin.AdminStep.Ordering;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.OrderId;
import app.aisha.core.wallet.Credits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminDialogTest {

    private final Desk desk = new Desk();
    private final Administrator olga = new Administrator(desk);
    private final Text dilnara = new AdminText.Someone("Dilnara", "7");
    private final Ordering granting = new Ordering.Granting(desk.dilnara.id());
    private final Ordering taking = new Ordering.Taking(desk.dilnara.id());

    @Test
    void theCommandOpensAdministrationForAdministratorsOnly() {
        assertThat(words(desk.command("admin", desk.olga).orElseThrow())).isEqualTo(new AdminText.Home());
        assertThat(desk.command("admin", desk.dilnara)).isEmpty();
    }

    @Test
    void whateverIsWrittenToTheSearchIsSought() {
        var asked = olga.tap(new AdminAction.Search());
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(new AdminStep.Searching()));

        var found = olga.say("dil", new AdminStep.Searching());
        assertThat(actions(found))
                .containsExactly(new AdminAction.OpenPerson(desk.dilnara.id()), new AdminAction.Search());
        assertThat(found.next()).isEqualTo(new Turn.Next.Await(new AdminStep.Searching()));
        assertThat(actions(olga.say("@OLGA", new AdminStep.Searching())))
                .startsWith(new AdminAction.OpenPerson(desk.olga.id()));
        assertThat(words(olga.say("zz" + "z".repeat(100), new AdminStep.Searching())))
                .isEqualTo(new AdminText.NobodyFound("z".repeat(64) + "…"));
    }

    @Test
    void aGrantIsProposedConfirmedAndTold() {
        assertThat(words(olga.tap(new AdminAction.Grant(desk.dilnara.id()))))
                .isEqualTo(new AdminText.AskGrant(dilnara, new Amount(100)));

        var proposed = olga.say("50  lost\nrecording", granting);
        assertThat(words(proposed))
                .isEqualTo(new AdminText.Proposed(
                        new AdminText.ToGrant(new Amount(50), dilnara),
                        new Amount(100),
                        new Amount(150),
                        "lost recording"));
        assertThat(proposed.next()).isEqualTo(new Turn.Next.Close());
        assertThat(olga.free()).isEqualTo(100);

        var done = olga.tap(button(proposed, AdminAction.Confirm.class));
        assertThat(words(done))
                .isEqualTo(new AdminText.Done(
                        new AdminText.Granted(new Amount(50), dilnara),
                        new Amount(100),
                        new Amount(150),
                        "lost recording"));
        assertThat(done.toast()).contains(new AdminText.DoneToast());
        assertThat(actions(done)).containsExactly(new AdminAction.OpenPerson(desk.dilnara.id()));
        assertThat(olga.free()).isEqualTo(150);
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
        var confirm = button(olga.say("50 lost recording", granting), AdminAction.Confirm.class);
        olga.tap(confirm);
        desk.clock.advance(Duration.ofDays(2));

        var again = olga.tap(confirm);

        assertThat(words(again))
                .isEqualTo(new AdminText.DoneBefore(new AdminText.Granted(new Amount(50), dilnara), "lost recording"));
        assertThat(again.toast()).contains(new AdminText.DoneAlready());
        assertThat(olga.free()).isEqualTo(150);
        assertThat(desk.audit.newest(9)).hasSize(1);
    }

    @Test
    void whatIsDroppedCannotBeConfirmedAndWhatIsDoneCannotBeDropped() {
        var dropped = olga.say("50 lost recording", granting);
        assertThat(olga.tap(button(dropped, AdminAction.Drop.class)).toast()).contains(new AdminText.Dropped());
        assertThat(olga.tap(button(dropped, AdminAction.Confirm.class)).toast()).contains(new AdminText.Outdated());
        assertThat(olga.tap(button(dropped, AdminAction.Drop.class)).toast()).contains(new AdminText.Outdated());
        assertThat(olga.free()).isEqualTo(100);

        var done = olga.say("50 lost recording", granting);
        olga.tap(button(done, AdminAction.Confirm.class));
        assertThat(olga.tap(button(done, AdminAction.Drop.class)).toast()).contains(new AdminText.DoneAlready());
        assertThat(olga.free()).isEqualTo(150);
    }

    @Test
    void aProposalGrowsOldAndBelongsToWhoMadeIt() {
        var confirm = button(olga.say("50 lost recording", granting), AdminAction.Confirm.class);
        desk.clock.advance(Duration.ofHours(1));

        assertThat(olga.tap(confirm).toast()).contains(new AdminText.Outdated());
        assertThat(olga.tap(new AdminAction.Confirm(new OrderId(desk.ids.next())))
                        .toast())
                .contains(new AdminText.Outdated());
        assertThat(olga.free()).isEqualTo(100);
    }

    @Test
    void whatIsNoLongerFreeWhenItIsConfirmedIsNotTaken() {
        var confirm = button(olga.say("100 by mistake", taking), AdminAction.Confirm.class);
        desk.charged(30);

        assertThat(words(olga.tap(confirm))).isEqualTo(new AdminText.TooPoor(new Amount(70)));
        assertThat(olga.free()).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "reason", "-5 reason", "5.5 reason", "50reason", "12345678 reason", "all reason", ""})
    void whatCannotBeReadIsAskedForAgain(String words) {
        var again = olga.say(words, granting);

        assertThat(words(again)).isEqualTo(new AdminText.BadOrder("1000000"));
        assertThat(again.next()).isEqualTo(new Turn.Next.Await(granting));
        assertThat(actions(again)).containsExactly(new AdminAction.OpenPerson(desk.dilnara.id()));
    }

    @Test
    void whatIsRefusedIsAskedForAgain() {
        assertThat(words(olga.say("0 reason", granting))).isEqualTo(new AdminText.BadOrder("1000000"));
        assertThat(words(olga.say("1000001 reason", granting))).isEqualTo(new AdminText.BadOrder("1000000"));
        assertThat(words(olga.say("50 no", granting))).isEqualTo(new AdminText.BadReason(3, 200));
        assertThat(words(olga.say("50 " + "x".repeat(201), granting))).isEqualTo(new AdminText.BadReason(3, 200));
        var poor = olga.say("101 by mistake", taking);
        assertThat(words(poor)).isEqualTo(new AdminText.TooPoor(new Amount(100)));
        assertThat(poor.next()).isEqualTo(new Turn.Next.Await(taking));
    }

    @Test
    void aChargeIsGivenBackFromItsReceipt() {
        var receipt = desk.charged(30);
        var receipts = olga.tap(AdminAction.OpenReceipts.first(desk.dilnara.id()));
        var refund = new AdminAction.Refund(desk.dilnara.id(), receipt);
        assertThat(actions(receipts)).containsExactly(refund, new AdminAction.OpenPerson(desk.dilnara.id()));

        var asked = olga.tap(refund);
        assertThat(words(asked)).isEqualTo(new AdminText.AskRefund(Long.toString(receipt), new Amount(30)));
        var refunding = new Ordering.Refunding(desk.dilnara.id(), receipt);
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(refunding));
        olga.tap(button(olga.say("10 bad sound", refunding), AdminAction.Confirm.class));
        assertThat(olga.free()).isEqualTo(80);
        assertThat(words(olga.say("21 bad sound", refunding))).isEqualTo(new AdminText.TooMuch(new Amount(20)));
        olga.tap(button(olga.say("ВСЁ bad sound", refunding), AdminAction.Confirm.class));

        assertThat(olga.free()).isEqualTo(100);
        assertThat(actions(olga.tap(AdminAction.OpenReceipts.first(desk.dilnara.id()))))
                .noneMatch(AdminAction.Refund.class::isInstance);
        assertThat(words(olga.say("1 bad sound", refunding))).isEqualTo(new AdminText.TooMuch(new Amount(0)));
        assertThat(desk.audit.newest(9))
                .extracting(AuditEntry::amount)
                .containsExactly(new Credits(20), new Credits(10));
    }
}
