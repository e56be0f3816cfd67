package app.aisha.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InMemoryWalletsTest implements WalletsContract, ClosedWalletsContract, BookingsContract, ReceiptsContract {

    private final InMemoryWallets wallets = with(GIFT);
    private final Transactions transactions = new DirectTransactions(wallets);

    private static InMemoryWallets with(Credits gift) {
        var clock = new SettableClock();
        return new InMemoryWallets(new TimeOrderedIds(clock), clock, gift);
    }

    @Override
    public Wallets wallets() {
        return wallets;
    }

    @Override
    public Wallets giftless() {
        return with(Credits.NONE);
    }

    @Override
    public Receipts receipts() {
        return wallets;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public UserId someone() {
        return new UserId(UUID.randomUUID());
    }

    @Test
    void allAccountsTogetherHoldZero() {
        var hold = WalletExamples.hold(someone(), 30);
        wallets.hold(hold);
        wallets.settle(hold.id(), new Wallets.Ending.Capture(new Credits(20)));
        wallets.book(hold.payer(), WalletExamples.purchase(5));

        assertThat(wallets.total(Account.REVENUE)).isEqualTo(20);
        assertThat(Stream.of(Account.values()).mapToLong(wallets::total).sum()).isZero();
    }
}
