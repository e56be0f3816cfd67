package app.aisha.core.admin;

import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.wallet.Credits;
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

            record NoPayment() implements Refused {}

            /** Telegram is being asked for these stars. */
            record RefundUnderWay() implements Refused {}

            /** The stars went back before. */
            record RefundedAlready() implements Refused {}
        }
    }

    private final MoveCredits moveCredits;
    private final Users users;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    public ApplyOrder(
            MoveCredits moveCredits,
            Users users,
            AuditLog audit,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.moveCredits = moveCredits;
        this.users = users;
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
                .or(() -> users.find(order.person()).map(person -> applied(new Request(id, actor, order, person))))
                .orElseGet(Outcome.Refused.UnknownPerson::new);
    }

    private record Request(OrderId id, Actor actor, Order order, User person) {}

    private Outcome applied(Request request) {
        return switch (moveCredits.move(request.id(), orderedBy(request.actor()), request.order())) {
            case MoveCredits.Outcome.Moved moved -> {
                log(request, moved);
                tell(request);
                yield new Outcome.Applied(request.person(), moved.before(), moved.after());
            }
            // The wallet was somebody else's while the log was read; with the wallet came the entry.
            case MoveCredits.Outcome.MovedAlready _ ->
                new Outcome.AppliedAlready(audit.find(request.id()).orElseThrow());
            case MoveCredits.Outcome.Refused(var why) -> why;
        };
    }

    private Optional<UserId> orderedBy(Actor actor) {
        return switch (actor) {
            case Actor.Admin(var chat) -> users.at(chat).map(User::id);
            case Actor.Operator _ -> Optional.empty();
        };
    }

    private void log(Request request, MoveCredits.Outcome.Moved moved) {
        var order = request.order();
        audit.add(new AuditEntry(
                request.id(),
                clock.instant(),
                request.actor(),
                order.act(),
                Optional.of(order.person()),
                moved.amount(),
                order.reason().words(),
                order.details()));
    }

    /** Of stars that go back the payment tells, once they are back. */
    private void tell(Request request) {
        switch (request.order()) {
            case Order.GrantCredits _, Order.TakeCredits _, Order.RefundCharge _ ->
                outbox.post(new AdminNotice.CreditsChanged(request.person().id(), request.id()));
            case Order.RefundStars _ -> {}
        }
    }
}
