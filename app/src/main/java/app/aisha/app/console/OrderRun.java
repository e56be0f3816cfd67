package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;

import app.aisha.core.admin.Actor;
import app.aisha.core.admin.ApplyOrder.Outcome;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.Order;

/** Carries an order out or shows what it would do. */
final class OrderRun {

    static final String DRY_RUN = "Dry run: nothing was changed. Add --apply.";

    private final Office office;
    private final Terminal terminal;

    OrderRun(Office office, Terminal terminal) {
        this.office = office;
        this.terminal = terminal;
    }

    int run(Order order, Intent intent) {
        if (!office.house().prices().areListed()) {
            return terminal.fail("Credits are turned off by CREDITS_ENABLED.");
        }
        var id = intent.order(office.ids());
        var applyOrder = office.applyOrder();
        var outcome =
                intent.apply() ? applyOrder.apply(id, operator(), order) : applyOrder.rehearse(id, operator(), order);
        return switch (outcome) {
            case Outcome.Applied applied -> applied(applied, order, intent);
            case Outcome.AppliedAlready(var entry) -> appliedAlready(entry);
            case Outcome.Refused refused -> terminal.fail(Wordings.refusal(refused));
        };
    }

    static Actor operator() {
        return new Actor.Operator(System.getProperty("user.name", "unknown"));
    }

    private int applied(Outcome.Applied applied, Order order, Intent intent) {
        var before = applied.before();
        var after = applied.after();
        terminal.say("%s %s %s %s: %d -> %d"
                .formatted(
                        intent.apply() ? Wordings.done(order) : "Would " + Wordings.toDo(order),
                        Wordings.credits(after.covers(before) ? after.minus(before) : before.minus(after)),
                        Wordings.preposition(order),
                        Wordings.person(applied.person()),
                        before.amount(),
                        after.amount()));
        terminal.say("Reason: " + order.reason().words());
        terminal.say(intent.apply() ? next(order) : DRY_RUN);
        return DONE;
    }

    private static String next(Order order) {
        return switch (order) {
            case Order.GrantCredits _, Order.TakeCredits _, Order.RefundCharge _ ->
                "The running program tells the person.";
            case Order.RefundStars _ ->
                "The running program asks Telegram for the stars and tells the person when they are back.";
        };
    }

    private int appliedAlready(AuditEntry entry) {
        terminal.say("Made before, under the same key; nothing was changed.");
        terminal.say(Wordings.entry(entry, office.users()));
        return DONE;
    }
}
