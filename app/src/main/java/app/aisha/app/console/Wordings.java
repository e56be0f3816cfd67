package app.aisha.app.console;

import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.ApplyOrder.Outcome.Refused;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.Order;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How things are called at the console. */
final class Wordings {

    private Wordings() {}

    static String credits(Credits credits) {
        return credits.amount() == 1 ? "1 credit" : credits.amount() + " credits";
    }

    static String person(User user) {
        return "%s (%d)".formatted(user.name(), user.chat().value());
    }

    static String person(KnownPerson person) {
        return person(person.user()) + person.username().map(" @"::concat).orElse("");
    }

    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A constant in words. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String done(AuditEntry.Act act) {
        return switch (act) {
            case GRANT -> "Granted";
            case TAKE -> "Took";
            case REFUND -> "Refunded";
        };
    }

    static String preposition(AuditEntry.Act act) {
        return switch (act) {
            case GRANT, REFUND -> "to";
            case TAKE -> "from";
        };
    }

    /** A line of the audit log. */
    static String entry(AuditEntry entry, Users users) {
        var person =
                entry.person().map(id -> users.find(id).map(Wordings::person).orElse("somebody who is gone"));
        var amount =
                Optional.of(entry.amount()).filter(credits -> !credits.isNone()).map(Wordings::credits);
        return Stream.of(
                        Optional.of(moment(entry.at())),
                        Optional.of(actor(entry.actor())),
                        Optional.of(lower(entry.act())),
                        amount,
                        person,
                        Optional.of(entry.details()),
                        Optional.of(entry.reason()))
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Admin(var chat) -> "admin " + chat.value();
            case Actor.Operator(var account) -> "operator " + account;
        };
    }

    static String receipt(Receipt receipt) {
        return "receipt %d: %s, %s, %+d -> %d%s"
                .formatted(
                        receipt.number(),
                        moment(receipt.at()),
                        lower(receipt.kind()),
                        receipt.change(),
                        receipt.freeAfter().amount(),
                        receipt.note().isEmpty() ? "" : ", " + receipt.note());
    }

    static String refusal(Refused refused) {
        return switch (refused) {
            case Refused.BadAmount _ ->
                "The amount has to be a whole number from 1 to %d.".formatted(Order.MOST.amount());
            case Refused.UnknownPerson _ -> "This person is gone.";
            case Refused.TooPoor(var free) -> "Not enough is free: %s.".formatted(credits(free));
            case Refused.NoCharge _ -> "This receipt is about nothing that was charged.";
            case Refused.TooMuch(var left) -> "Of this charge %s can still be given back.".formatted(credits(left));
        };
    }
}
