package app.aisha.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that keeps wallets promises to those who leave. */
public interface ClosedWalletsContract {

    /** The wallets under test, where newcomers get 100 credits. */
    Wallets wallets();

    Transactions transactions();

    /** Somebody who has no wallet yet. */
    UserId someone();

    @Test
    default void aClosedWalletIsEmptyAndItsHoldsAreVoid() {
        var hold = new Hold(
                new HoldId(UUID.randomUUID()),
                someone(),
                new Purpose(Purpose.Kind.PICTURE, UUID.randomUUID()),
                new Credits(30),
                Instant.now().plus(Duration.ofHours(1)),
                new Hold.State.Open());
        wallets().hold(hold);
        var nothing = new Balance(Credits.NONE, Credits.NONE, 4);

        assertThat(wallets().close(hold.payer(), "left")).isEqualTo(nothing);

        assertThat(wallets().find(hold.id()).orElseThrow().state()).isEqualTo(new Hold.State.Voided("left"));
        assertThat(wallets().close(hold.payer(), "left")).isEqualTo(nothing);
    }

    @Test
    default void whereThereIsNoWalletNoneIsOpenedToCloseIt() {
        var owner = someone();

        assertThat(wallets().lock(owner)).isEmpty();
        assertThat(wallets().close(owner, "left")).isEqualTo(Balance.EMPTY);

        assertThat(wallets().lock(owner)).isEmpty();
    }

    @Test
    default void aWalletThatIsThereCanBeHadToOneself() {
        var owner = someone();
        wallets().of(owner);

        assertThat(transactions().<Optional<Balance>>call(() -> wallets().lock(owner)))
                .contains(new Balance(new Credits(100), Credits.NONE, 1));
    }
}
