package app.aisha.adapters.postgres;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.wallet.BookingsContract;
import app.aisha.core.wallet.ClosedWalletsContract;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.ReceiptsContract;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.wallet.WalletsContract;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

class PostgresWalletsTest implements WalletsContract, ClosedWalletsContract, BookingsContract, ReceiptsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();
    private static final TimeOrderedIds IDS = new TimeOrderedIds(InstantSource.system());

    @Override
    public Wallets wallets() {
        return with(GIFT);
    }

    @Override
    public Wallets giftless() {
        return with(Credits.NONE);
    }

    private static Wallets with(Credits gift) {
        return new PostgresWallets(DATABASE, IDS, InstantSource.system(), gift);
    }

    @Override
    public Receipts receipts() {
        return new PostgresReceipts(DATABASE);
    }

    @Override
    public Transactions transactions() {
        return DATABASE;
    }

    @Override
    public UserId someone() {
        return new PostgresUsers(DATABASE, IDS, ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }
}
