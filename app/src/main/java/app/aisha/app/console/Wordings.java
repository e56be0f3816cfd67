package app.aisha.app.console;

import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.ApplyOrder.Outcome.Refused;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.PromoTerms;
import app.aisha.core.avatar.TrainingStatistics;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.StarPayment;
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

    /** As in "Would … 50 credits". */
    static String toDo(Order order) {
        return switch (order) {
            case Order.GrantCredits _ -> "grant";
            case Order.TakeCredits _ -> "take";
            case Order.RefundCharge _ -> "refund";
            case Order.RefundStars refund -> "refund payment %s and take".formatted(number(refund));
        };
    }

    /** As in "… 50 credits". */
    static String done(Order order) {
        return switch (order) {
            case Order.GrantCredits _ -> "Granted";
            case Order.TakeCredits _ -> "Took";
            case Order.RefundCharge _ -> "Refunded";
            case Order.RefundStars refund -> "Began to refund payment %s and took".formatted(number(refund));
        };
    }

    private static String number(Order.RefundStars refund) {
        return refund.payment().shortNumber();
    }

    static String preposition(Order order) {
        return switch (order) {
            case Order.GrantCredits _, Order.RefundCharge _ -> "to";
            case Order.TakeCredits _, Order.RefundStars _ -> "from";
        };
    }

    static String payment(StarPayment payment) {
        var heading = payment.heading();
        return "payment %s: %s, %d stars, %s, %s"
                .formatted(
                        payment.id().shortNumber(),
                        moment(heading.paidAt()),
                        heading.charge().stars(),
                        credits(heading.sold().total()),
                        switch (payment) {
                            case StarPayment.Paid _ -> "paid";
                            case StarPayment.Refunding _ -> "stars are going back";
                            case StarPayment.Refunded _ -> "stars are back";
                        });
    }

    static String promo(PromoCode code, Instant now) {
        return "%s, used %d, %s".formatted(PromoTerms.of(code), code.uses(), code.isOverAt(now) ? "over" : "open");
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
            case Refused.NoPayment _ -> "There is no such payment.";
            case Refused.RefundUnderWay _ -> "These stars are going back already: Telegram has not answered yet.";
            case Refused.RefundedAlready _ -> "These stars are back already.";
            case Refused.TooMuch(var left) -> "Of this charge %s can still be given back.".formatted(credits(left));
        };
    }

    static String trainings(TrainingStatistics.Line line) {
        return "%s: ready %d, failed %d, cancelled %d, under way %d, median %s, charged %d"
                .formatted(
                        lower(line.type()),
                        line.ready(),
                        line.failed(),
                        line.cancelled(),
                        line.underWay(),
                        line.typical().map(time -> time.toSeconds() + " s").orElse("-"),
                        line.charged());
    }
}
