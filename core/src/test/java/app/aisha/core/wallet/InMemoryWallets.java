package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wallets in maps; also the model that the real ledger is compared with. */
public final class InMemoryWallets implements Wallets, Receipts, Restorable {

    private record Kept(Receipt receipt, Optional<HoldId> hold) {}

    private final Map<UserId, Balance> balances = new LinkedHashMap<>();
    private final Map<HoldId, Hold> holds = new HashMap<>();
    private final Map<UserId, List<Kept>> receipts = new HashMap<>();
    private final Map<Account, Long> accounts = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final Credits gift;

    public InMemoryWallets(TimeOrderedIds ids, InstantSource clock, Credits gift) {
        this.ids = ids;
        this.clock = clock;
        this.gift = gift;
    }

    @Override
    public synchronized Balance of(UserId owner) {
        if (!balances.containsKey(owner)) {
            balances.put(owner, Balance.EMPTY);
            if (!gift.isNone()) {
                var booking = new Booking.Gift(ids.next(), gift);
                post(owner, Receipt.Kind.GIFT, booking.key(), booking.entries(Credits.NONE), null, booking.note());
            }
        }
        return balances.getOrDefault(owner, Balance.EMPTY);
    }

    @Override
    public synchronized Holding hold(Hold hold) {
        var balance = of(hold.payer());
        if (holds.containsKey(hold.id())) {
            return new Holding.KnownAlready(balance);
        }
        if (!balance.free().covers(hold.amount())) {
            return new Holding.TooPoor(balance);
        }
        holds.put(hold.id(), hold);
        return new Holding.Held(
                post(hold.payer(), Receipt.Kind.HOLD, hold.keyToOpen(), hold.entriesToOpen(), hold.id(), ""));
    }

    @Override
    public synchronized Settlement settle(HoldId id, Ending ending) {
        var hold = find(id).orElseThrow();
        if (!(hold.state() instanceof Hold.State.Open)) {
            return new Settlement.EndedAlready(of(hold.payer()));
        }
        var entries = hold.entriesToEnd(ending);
        return switch (ending) {
            case Ending.Capture(var charged) -> {
                holds.put(id, with(hold, new Hold.State.Captured(charged, Credits.NONE)));
                yield new Settlement.Settled(
                        post(hold.payer(), Receipt.Kind.CAPTURE, hold.keyToEnd(), entries, id, ""));
            }
            case Ending.Release(var reason) -> {
                holds.put(id, with(hold, new Hold.State.Voided(reason)));
                yield new Settlement.Settled(
                        post(hold.payer(), Receipt.Kind.VOID, hold.keyToEnd(), entries, id, reason));
            }
        };
    }

    @Override
    public synchronized Refunding refund(HoldId id, Refund refund) {
        var hold = find(id).orElseThrow();
        if (keys.contains(refund.key())) {
            return new Refunding.KnownAlready(of(hold.payer()));
        }
        var left = hold.state() instanceof Hold.State.Captured(var charged, var refunded)
                ? charged.minus(refunded)
                : Credits.NONE;
        if (!left.covers(refund.amount()) || !(hold.state() instanceof Hold.State.Captured captured)) {
            return new Refunding.TooMuch(left);
        }
        var refunded = captured.refunded().plus(refund.amount());
        holds.put(id, with(hold, new Hold.State.Captured(captured.charged(), refunded)));
        return new Refunding.Refunded(
                post(hold.payer(), Receipt.Kind.REFUND, refund.key(), refund.entries(), id, refund.reason()));
    }

    @Override
    public synchronized Booked book(UserId owner, Booking booking) {
        var balance = of(owner);
        if (keys.contains(booking.key())) {
            return new Booked.KnownAlready(balance);
        }
        if (booking instanceof Booking.Take take && !balance.free().covers(take.amount())) {
            return new Booked.TooPoor(balance);
        }
        return new Booked.Done(
                post(owner, booking.kind(), booking.key(), booking.entries(balance.free()), null, booking.note()));
    }

    @Override
    public synchronized Optional<Hold> find(HoldId hold) {
        return Optional.ofNullable(holds.get(hold));
    }

    @Override
    public synchronized Optional<Balance> lock(UserId owner) {
        return Optional.ofNullable(balances.get(owner));
    }

    @Override
    public synchronized Balance close(UserId owner, String reason) {
        if (!balances.containsKey(owner)) {
            return Balance.EMPTY;
        }
        List.copyOf(holds.values()).stream()
                .filter(hold -> hold.payer().equals(owner) && hold.state() instanceof Hold.State.Open)
                .forEach(hold -> settle(hold.id(), new Ending.Release(reason)));
        return of(owner).free().isNone()
                ? of(owner)
                : book(owner, new Booking.Forfeit(owner.value())).balance();
    }

    private Balance post(
            UserId owner, Receipt.Kind kind, String key, List<Entry> entries, @Nullable HoldId hold, String note) {
        if (!keys.add(key)) {
            throw new IllegalStateException("Booked twice: " + key);
        }
        var before = balances.getOrDefault(owner, Balance.EMPTY);
        var after = new Balance(
                new Credits(before.free().amount() + sum(entries, Account.USER)),
                new Credits(before.held().amount() + sum(entries, Account.ESCROW)),
                before.version() + 1);
        balances.put(owner, after);
        entries.forEach(entry -> accounts.merge(entry.account(), entry.amount(), Long::sum));
        var receipt = new Receipt(
                after.version(),
                clock.instant(),
                kind,
                sum(entries, Account.USER),
                after.free(),
                Optional.empty(),
                note);
        receipts.computeIfAbsent(owner, _ -> new ArrayList<>()).add(new Kept(receipt, Optional.ofNullable(hold)));
        return after;
    }

    private static long sum(List<Entry> entries, Account account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .mapToLong(Entry::amount)
                .sum();
    }

    private static Hold with(Hold hold, Hold.State state) {
        return new Hold(hold.id(), hold.payer(), hold.purpose(), hold.amount(), hold.deadline(), state);
    }

    /** What an account of the house or all people together have. */
    public synchronized long total(Account account) {
        return accounts.getOrDefault(account, 0L);
    }

    @Override
    public synchronized Page page(UserId owner, OptionalLong from, int size) {
        var all = receipts.getOrDefault(owner, List.of());
        var newest = from.orElse(all.size());
        var items = all.reversed().stream()
                .map(this::shown)
                .filter(receipt -> receipt.number() <= newest)
                .limit(size)
                .toList();
        var older = newest - size;
        return new Page(
                items,
                newest < all.size() ? OptionalLong.of(Math.min(all.size(), newest + size)) : OptionalLong.empty(),
                older > 0 ? OptionalLong.of(older) : OptionalLong.empty());
    }

    @Override
    public synchronized Optional<Receipt> find(UserId owner, long number) {
        return receipts.getOrDefault(owner, List.of()).stream()
                .map(this::shown)
                .filter(receipt -> receipt.number() == number)
                .findAny();
    }

    private Receipt shown(Kept kept) {
        var it = kept.receipt();
        return new Receipt(
                it.number(),
                it.at(),
                it.kind(),
                it.change(),
                it.freeAfter(),
                kept.hold().map(holds::get),
                it.note());
    }

    @Override
    public synchronized Runnable snapshot() {
        var balancesBefore = new LinkedHashMap<>(balances);
        var holdsBefore = new HashMap<>(holds);
        var receiptsBefore = new HashMap<UserId, List<Kept>>();
        receipts.forEach((owner, kept) -> receiptsBefore.put(owner, new ArrayList<>(kept)));
        var accountsBefore = new HashMap<>(accounts);
        var keysBefore = new HashSet<>(keys);
        return () -> {
            putBack(balances, balancesBefore);
            putBack(holds, holdsBefore);
            putBack(receipts, receiptsBefore);
            putBack(accounts, accountsBefore);
            keys.clear();
            keys.addAll(keysBefore);
        };
    }

    private synchronized <K, V> void putBack(Map<K, V> map, Map<K, V> before) {
        map.clear();
        map.putAll(before);
    }
}
