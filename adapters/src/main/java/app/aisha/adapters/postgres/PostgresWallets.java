package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.HOLDS;
import static app.aisha.adapters.postgres.generated.Tables.USERS;
import static app.aisha.adapters.postgres.generated.Tables.WALLETS;

import app.aisha.adapters.postgres.generated.enums.Holdstatus;
import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Wallets in the tables {@code wallets} and {@code holds}. Every change locks the wallet's row first, so the changes of a
 * wallet come one after the other whoever makes them; the amounts are carried over from the ledger's entries by a trigger.
 */
public final class PostgresWallets implements Wallets {

    private final PostgresDatabase database;
    private final LedgerRows ledger;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final Credits gift;

    /**
     * Opens the wallets.
     *
     * @param gift what newcomers get; may be nothing
     */
    public PostgresWallets(PostgresDatabase database, TimeOrderedIds ids, InstantSource clock, Credits gift) {
        this.database = database;
        this.ledger = new LedgerRows(database, ids, clock);
        this.ids = ids;
        this.clock = clock;
        this.gift = gift;
    }

    /** A wallet whose row is locked until the transaction ends. */
    record Locked(UUID id, Balance balance) {}

    @Override
    public Balance of(UserId owner) {
        return database.dsl()
                .select(WALLETS.FREE, WALLETS.HELD, WALLETS.VERSION)
                .from(WALLETS)
                .where(WALLETS.USER_ID.eq(owner.value()))
                .fetchOptional(row -> balance(row.value1(), row.value2(), row.value3()))
                .orElseGet(() -> database.call(() -> locked(owner).balance()));
    }

    @Override
    public Holding hold(Hold hold) {
        return database.call(() -> {
            var wallet = locked(hold.payer());
            if (!wallet.balance().free().covers(hold.amount())) {
                return find(hold.id())
                        .<Holding>map(_ -> new Holding.KnownAlready(wallet.balance()))
                        .orElseGet(() -> new Holding.TooPoor(wallet.balance()));
            }
            if (!added(hold, wallet)) {
                return new Holding.KnownAlready(wallet.balance());
            }
            var posting = LedgerRows.Posting.of(Receipt.Kind.HOLD, hold.keyToOpen(), hold.entriesToOpen());
            return new Holding.Held(ledger.post(wallet, posting.about(hold.id())));
        });
    }

    private boolean added(Hold hold, Locked wallet) {
        return database.dsl()
                        .insertInto(HOLDS)
                        .set(HoldRows.row(hold, wallet.id(), clock.instant()))
                        .onConflict(HOLDS.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public Settlement settle(HoldId id, Ending ending) {
        return database.call(() -> {
            var wallet = lockedFor(id);
            var hold = find(id).orElseThrow();
            if (!(hold.state() instanceof Hold.State.Open)) {
                return new Settlement.EndedAlready(wallet.balance());
            }
            var entries = hold.entriesToEnd(ending);
            end(id, ending);
            var posting = switch (ending) {
                case Ending.Capture _ -> LedgerRows.Posting.of(Receipt.Kind.CAPTURE, hold.keyToEnd(), entries);
                case Ending.Release(var reason) ->
                    LedgerRows.Posting.of(Receipt.Kind.VOID, hold.keyToEnd(), entries)
                            .saying(reason);
            };
            return new Settlement.Settled(ledger.post(wallet, posting.about(id)));
        });
    }

    private void end(HoldId id, Ending ending) {
        var update =
                database.dsl().update(HOLDS).set(HOLDS.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC));
        var ended = switch (ending) {
            case Ending.Capture(var charged) ->
                update.set(HOLDS.STATUS, Holdstatus.captured).set(HOLDS.CHARGED, charged.amount());
            case Ending.Release(var reason) ->
                update.set(HOLDS.STATUS, Holdstatus.voided).set(HOLDS.REASON, reason);
        };
        ended.where(HOLDS.ID.eq(id.value())).execute();
    }

    @Override
    public Refunding refund(HoldId id, Refund refund) {
        return database.call(() -> {
            var wallet = lockedFor(id);
            if (ledger.has(refund.key())) {
                return new Refunding.KnownAlready(wallet.balance());
            }
            var left = switch (find(id).orElseThrow().state()) {
                case Hold.State.Captured(var charged, var refunded) -> charged.minus(refunded);
                case Hold.State.Open _, Hold.State.Voided _ -> Credits.NONE;
            };
            if (!left.covers(refund.amount())) {
                return new Refunding.TooMuch(left);
            }
            database.dsl()
                    .update(HOLDS)
                    .set(HOLDS.REFUNDED, HOLDS.REFUNDED.plus(refund.amount().amount()))
                    .where(HOLDS.ID.eq(id.value()))
                    .execute();
            var posting = LedgerRows.Posting.of(Receipt.Kind.REFUND, refund.key(), refund.entries());
            return new Refunding.Refunded(ledger.post(wallet, posting.about(id).saying(refund.reason())));
        });
    }

    @Override
    public Booked book(UserId owner, Booking booking) {
        return database.call(() -> {
            var wallet = locked(owner);
            if (ledger.has(booking.key())) {
                return new Booked.KnownAlready(wallet.balance());
            }
            var free = wallet.balance().free();
            if (booking instanceof Booking.Take take && !free.covers(take.amount())) {
                return new Booked.TooPoor(wallet.balance());
            }
            var posting = LedgerRows.Posting.of(booking.kind(), booking.key(), booking.entries(free));
            return new Booked.Done(ledger.post(wallet, posting.saying(booking.note())));
        });
    }

    @Override
    public Optional<Hold> find(HoldId hold) {
        return HoldRows.select(database.dsl()).where(HOLDS.ID.eq(hold.value())).fetchOptional(HoldRows::hold);
    }

    @Override
    public Optional<Balance> lock(UserId owner) {
        return lock(WALLETS.USER_ID.eq(owner.value())).map(Locked::balance);
    }

    @Override
    public Balance close(UserId owner, String reason) {
        return database.call(() -> lock(WALLETS.USER_ID.eq(owner.value()))
                .map(wallet -> close(wallet, reason))
                .orElse(Balance.EMPTY));
    }

    private Balance close(Locked wallet, String reason) {
        database.dsl()
                .select(HOLDS.ID)
                .from(HOLDS)
                .where(HOLDS.WALLET_ID.eq(wallet.id()).and(HOLDS.STATUS.eq(Holdstatus.open)))
                .fetch(HOLDS.ID)
                .forEach(hold -> settle(new HoldId(hold), new Ending.Release(reason)));
        var rest = lock(WALLETS.ID.eq(wallet.id())).orElseThrow();
        var booking = new Booking.Forfeit(wallet.id());
        return rest.balance().free().isNone()
                ? rest.balance()
                : ledger.post(
                        rest,
                        LedgerRows.Posting.of(
                                booking.kind(),
                                booking.key(),
                                booking.entries(rest.balance().free())));
    }

    private Locked lockedFor(HoldId hold) {
        return lock(WALLETS.ID.eq(
                        database.dsl().select(HOLDS.WALLET_ID).from(HOLDS).where(HOLDS.ID.eq(hold.value()))))
                .orElseThrow(() -> new IllegalArgumentException("No hold " + hold.value()));
    }

    private Locked locked(UserId owner) {
        var own = WALLETS.USER_ID.eq(owner.value());
        return lock(own).orElseGet(() -> {
            var opened = open(owner);
            var wallet = lock(own).orElseThrow(() -> new StaleState("The wallet of somebody who is not there"));
            return opened && !gift.isNone() && !cameBack(owner) ? given(wallet) : wallet;
        });
    }

    /** False also where the owner is not there any more. */
    private boolean open(UserId owner) {
        return database.dsl()
                        .insertInto(WALLETS, WALLETS.ID, WALLETS.USER_ID)
                        .select(DSL.select(DSL.val(ids.next()), USERS.ID)
                                .from(USERS)
                                .where(USERS.ID.eq(owner.value()))
                                .forKeyShare())
                        .onConflict(WALLETS.USER_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    private boolean cameBack(UserId owner) {
        return database.dsl().fetchExists(USERS, USERS.ID.eq(owner.value()).and(DSL.field("came_back", Boolean.class)));
    }

    private Locked given(Locked wallet) {
        var booking = new Booking.Gift(wallet.id(), gift);
        var posting = LedgerRows.Posting.of(booking.kind(), booking.key(), booking.entries(Credits.NONE));
        return new Locked(wallet.id(), ledger.post(wallet, posting));
    }

    private Optional<Locked> lock(Condition condition) {
        return database.dsl()
                .select(WALLETS.ID, WALLETS.FREE, WALLETS.HELD, WALLETS.VERSION)
                .from(WALLETS)
                .where(condition)
                .forUpdate()
                .fetchOptional(row -> new Locked(row.value1(), balance(row.value2(), row.value3(), row.value4())));
    }

    private static Balance balance(long free, long held, long version) {
        return new Balance(new Credits(free), new Credits(held), version);
    }
}
