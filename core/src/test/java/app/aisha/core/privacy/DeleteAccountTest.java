package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.Sold;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.wallet.Account;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteAccountTest {

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void furnish() {
        house = new House(folder);
    }

    @Test
    void whoLeavesIsGoneAndTheBooksBalance() {
        var hold = house.holds(30);

        assertThat(house.leaves()).isInstanceOfSatisfying(DeleteAccount.Outcome.Deleted.class, deleted -> {
            assertThat(deleted.gone()).isEqualTo(House.ALL);
            assertThat(house.jobs.line()).containsExactly(new PrivacyJob.RemoveTraces(deleted.erasure()));
        });

        assertThat(house.users.find(house.mira.id())).isEmpty();
        assertThat(house.wallets.find(hold).orElseThrow().state())
                .isEqualTo(new Hold.State.Voided(DeleteAccount.REASON));
        assertThat(house.wallets.lock(house.mira.id()).orElseThrow().free()).isEqualTo(Credits.NONE);
        assertThat(house.wallets.total(Account.WRITEOFF)).isEqualTo(House.GIFT.amount());
        assertThat(house.wallets.total(Account.USER) + house.wallets.total(Account.ESCROW))
                .isZero();
    }

    @Test
    void whoHadNoWalletGetsNoneWithAGiftToLeave() {
        house.leaves();

        assertThat(house.wallets.lock(house.mira.id())).isEmpty();
        assertThat(house.wallets.total(Account.GIFT)).isZero();
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        house.holds(5);
        house.leaves();

        assertThat(house.leaves()).isEqualTo(new DeleteAccount.Outcome.Unknown());
        assertThat(house.erasures.all()).hasSize(1);
        assertThat(house.wallets.total(Account.WRITEOFF)).isEqualTo(House.GIFT.amount());
    }

    @Test
    void nobodyLeavesWhileStarsAreOnTheirWayBack() {
        var id = new PaymentId(UUID.randomUUID());
        house.payments.add(new StarPayment.Paid(heading(id, 0)));
        house.payments.save(new StarPayment.Refunding(
                heading(id, 1), new StarPayment.Refund(Optional.empty(), "asked", new Credits(50), Credits.NONE)));

        assertThat(house.leaves()).isEqualTo(new DeleteAccount.Outcome.RefundUnderWay());
        assertThat(house.users.find(house.mira.id())).isPresent();
        assertThat(house.erasures.all()).isEmpty();
    }

    private StarPayment.Heading heading(PaymentId id, int version) {
        return new StarPayment.Heading(
                id,
                Optional.of(house.mira.id()),
                new StarCharge("stx", 50),
                new Sold(new Credits(50), Credits.NONE),
                house.clock.instant(),
                version);
    }

    @Test
    void aStrangerLeavesNothing() {
        assertThat(house.deleteAccount.delete(new UserId(UUID.randomUUID()), house.clock.instant()))
                .isEqualTo(new DeleteAccount.Outcome.Unknown());
        assertThat(house.jobs.line()).isEmpty();
    }

    @Test
    void aWishFromAnEarlierLifeIsNotTheirs() {
        house.records.arrived(house.mira.id(), house.clock.instant());

        assertThat(house.leaves()).isEqualTo(new DeleteAccount.Outcome.NotTheirs());
        assertThat(house.users.find(house.mira.id())).isPresent();

        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.leaves()).isInstanceOf(DeleteAccount.Outcome.Deleted.class);
    }
}
