package app.aisha.core.admin;

import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Changes a person's credits by hand: the change, its entry in the audit log and the message to the person, or nothing. */
public final class ApplyOrder {

    /** What became of an order. */
    public sealed interface Outcome {

        /** The credits were moved; before and after are what was free. */
        record Applied(User person, Credits before, Credits after) implements Outcome {}

        /** An order of this id was carried out before; nothing was changed. */
        record AppliedAlready(AuditEntry entry) implements Outcome {}

        /** Nothing was changed. */
        sealed interface Refused extends Outcome {

            /** Nothing, or more than {@link Order#MOST}. */
            record BadAmount() implements Refused {}

            record UnknownPerson() implements Refused {}

            /** Less is free than it takes. */
            record TooPoor(Credits free) implements Refused {}

            /** No receipt of this number, or it is about nothing that was charged. */
            record NoCharge() implements Refused {}

            /** Less of the charge is left to give back. */
            record TooMuch(Credits left) implements Refused {}
        }
    }

    private record Request(OrderId id, Actor actor, Order order, User person) {}

    private final Users users;
    private final Wallets wallets;
    private final Receipts receipts;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    public ApplyOrder(
            Users users,
            Wallets wallets,
            Receipts receipts,
            AuditLog audit,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.users = users;
        this.wallets = wallets;
        this.receipts = receipts;
        this.audit = audit;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Safe to call any number of times, also at once: the order of an id is carried out once. */
    public Outcome apply(OrderId id, Actor actor, Order order) {
        return transactions.call(() -> applyOnce(id, actor, order));
    }

    /** What {@link #apply} would answer at this moment; changes nothing. */
    public Outcome rehearse(OrderId id, Actor actor, Order order) {
        return transactions.rehearse(() -> applyOnce(id, actor, order));
    }

    private Outcome applyOnce(OrderId id, Actor actor, Order order) {
        return audit.find(id)
                .<Outcome>map(Outcome.AppliedAlready::new)
                .or(() -> users.find(order.person()).map(person -> moved(new Request(id, actor, order, person))))
                .orElseGet(Outcome.Refused.UnknownPerson::new);
    }

    private Outcome moved(Request request) {
        var id = request.id().value();
        return switch (request.order()) {
            case Order.GrantCredits(var person, var amount, var reason) ->
                booked(request, person, new Booking.Grant(id, amount, reason.words()));
            case Order.TakeCredits(var person, var amount, var reason) ->
                booked(request, person, new Booking.Take(id, amount, reason.words()));
            case Order.RefundCharge refund ->
                receipts.find(refund.person(), refund.receipt())
                        .flatMap(Charge::of)
                        .map(charge -> refunded(request, charge))
                        .orElseGet(Outcome.Refused.NoCharge::new);
        };
    }

    private Outcome booked(Request request, UserId person, Booking booking) {
        if (isOutOfRange(request.order().amount())) {
            return new Outcome.Refused.BadAmount();
        }
        return switch (wallets.book(person, booking)) {
            case Wallets.Booked.Done(var balance) -> applied(request, balance.free());
            case Wallets.Booked.KnownAlready _ -> appliedMeanwhile(request);
            case Wallets.Booked.TooPoor(var balance) -> new Outcome.Refused.TooPoor(balance.free());
        };
    }

    private Outcome refunded(Request request, Charge charge) {
        var order = request.order();
        if (charge.left().isNone()) {
            return new Outcome.Refused.TooMuch(charge.left());
        }
        if (isOutOfRange(order.amount())) {
            return new Outcome.Refused.BadAmount();
        }
        var refund = new Wallets.Refund(
                request.id().value(), order.amount(), order.reason().words());
        return switch (wallets.refund(charge.hold(), refund)) {
            case Wallets.Refunding.Refunded(var balance) -> applied(request, balance.free());
            case Wallets.Refunding.KnownAlready _ -> appliedMeanwhile(request);
            case Wallets.Refunding.TooMuch(var left) -> new Outcome.Refused.TooMuch(left);
        };
    }

    private static boolean isOutOfRange(Credits amount) {
        return amount.isNone() || !Order.MOST.covers(amount);
    }

    private Outcome applied(Request request, Credits after) {
        var order = request.order();
        audit.add(new AuditEntry(
                request.id(),
                clock.instant(),
                request.actor(),
                order.act(),
                Optional.of(order.person()),
                order.amount(),
                order.reason().words(),
                order.details()));
        outbox.post(new AdminNotice.CreditsChanged(order.person(), request.id()));
        return new Outcome.Applied(request.person(), order.freeBefore(after), after);
    }

    /** The wallet was somebody else's while the log was read; with the wallet came the entry. */
    private Outcome appliedMeanwhile(Request request) {
        return new Outcome.AppliedAlready(audit.find(request.id()).orElseThrow());
    }
}
