package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;

import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.Charge;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.Reason;
import app.aisha.core.wallet.Credits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code admin …}. */
@Command(
        name = "admin",
        description = {
            "Looks after people and their credits, in the database of DATABASE_URL, else in the sandbox's.",
            "What would change anything is only shown unless --apply is given."
        })
public final class AdminCommands {

    private static final int MOST_FOUND = 50;
    private static final String PERSON = "Telegram id or @username";
    private static final String AMOUNT = "number of credits, 1 to 1000000";

    private final Environment environment;
    private final Terminal terminal;

    private AdminCommands(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** The command with all that is below it. */
    public static CommandLine all(Environment environment, Terminal terminal) {
        return new CommandLine(new AdminCommands(environment, terminal))
                .addSubcommand(new PromoCommands(environment, terminal));
    }

    /** What is to be done with a person who was found. */
    @FunctionalInterface
    private interface Task {

        int run(Office office, KnownPerson person);
    }

    /** What is to be changed for a person who was found. */
    @FunctionalInterface
    private interface Change {

        int run(Office office, User person, Reason why);
    }

    @Command(description = "Counts trainings by type.")
    int trainings() throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            var lines = office.trainings().byType();
            lines.forEach(line -> terminal.say(Wordings.trainings(line)));
            if (lines.isEmpty()) {
                terminal.say("no trainings yet");
            }
            return DONE;
        }
    }

    @Command(description = "Finds people.")
    int find(@Parameters(paramLabel = "WORDS", description = PERSON + ", or a part of the name") String words)
            throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            var found = office.users().search(words, MOST_FOUND);
            found.forEach(person -> terminal.say(Wordings.person(person)));
            return found.isEmpty() ? terminal.fail("Nobody is found by " + words) : DONE;
        }
    }

    @Command(description = "Shows a person.")
    int show(
            @Parameters(paramLabel = "PERSON", description = PERSON) String person,
            @Option(
                            names = "--receipts",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "how many receipts, newest first; 5 unless given")
                    int receipts)
            throws BadSettings, NoDatabase, InterruptedException {
        return with(person, (office, known) -> show(office, known, receipts));
    }

    private int show(Office office, KnownPerson person, int receipts) {
        var user = person.user();
        var portrait = office.showPerson().show(user.id(), receipts).orElseThrow();
        terminal.say("name: " + user.name());
        terminal.say("Telegram id: " + user.chat().value());
        person.username().ifPresent(username -> terminal.say("username: @" + username));
        terminal.say("language: " + Wordings.lower(user.language()));
        terminal.say("since: " + Wordings.moment(portrait.since()));
        terminal.say("reachable: " + (user.reachable() ? "yes" : "no"));
        terminal.say("transcripts: " + portrait.transcripts());
        terminal.say("free: " + Wordings.credits(portrait.balance().free()));
        terminal.say("held: " + Wordings.credits(portrait.balance().held()));
        portrait.receipts().forEach(receipt -> terminal.say(Wordings.receipt(receipt)));
        return DONE;
    }

    @Command(description = "Gives credits to a person.")
    int grant(
            @Parameters(paramLabel = "PERSON", description = PERSON) String person,
            @Parameters(paramLabel = "AMOUNT", description = AMOUNT) long amount,
            @Mixin Intent intent)
            throws BadSettings, NoDatabase, InterruptedException {
        return change(
                person,
                intent,
                (office, user, why) -> order(office, new Order.GrantCredits(user.id(), credits(amount), why), intent));
    }

    @Command(description = "Takes credits from a person, no more than are free.")
    int take(
            @Parameters(paramLabel = "PERSON", description = PERSON) String person,
            @Parameters(paramLabel = "AMOUNT", description = AMOUNT) long amount,
            @Mixin Intent intent)
            throws BadSettings, NoDatabase, InterruptedException {
        return change(
                person,
                intent,
                (office, user, why) -> order(office, new Order.TakeCredits(user.id(), credits(amount), why), intent));
    }

    @Command(description = "Gives back what a piece of work was charged, or a part of it.")
    int refund(
            @Parameters(paramLabel = "PERSON", description = PERSON) String person,
            @Parameters(paramLabel = "RECEIPT", description = "number of the receipt, as show tells it") long receipt,
            @Option(names = "--amount", paramLabel = "AMOUNT", description = AMOUNT + "; all that is left unless given")
                    Optional<Long> amount,
            @Mixin Intent intent)
            throws BadSettings, NoDatabase, InterruptedException {
        return change(person, intent, (office, user, why) -> {
            var back = amount.map(AdminCommands::credits).orElseGet(() -> left(office, user, receipt));
            return order(office, new Order.RefundCharge(user.id(), receipt, back, why), intent);
        });
    }

    @Command(description = "Shows what a person paid in Telegram Stars, newest first.")
    int payments(@Parameters(paramLabel = "PERSON", description = PERSON) String person)
            throws BadSettings, NoDatabase, InterruptedException {
        return with(person, (office, known) -> {
            office.payments()
                    .of(known.user().id(), MOST_FOUND)
                    .forEach(payment -> terminal.say(Wordings.payment(payment)));
            return DONE;
        });
    }

    @Command(
            name = "refund-stars",
            description = "Has Telegram give the stars of a payment back and takes what is left of their credits.")
    int refundStars(
            @Parameters(paramLabel = "PERSON", description = PERSON) String person,
            @Parameters(paramLabel = "PAYMENT", description = "number of the payment, as payments tells it")
                    String payment,
            @Mixin Intent intent)
            throws BadSettings, NoDatabase, InterruptedException {
        return change(person, intent, (office, buyer, why) -> refundStars(office, buyer, payment, why, intent));
    }

    private int refundStars(Office office, User buyer, String number, Reason why, Intent intent) {
        var fitting = office.payments().numbered(number.toUpperCase(Locale.ROOT)).stream()
                .filter(payment -> payment.belongsTo(buyer.id()))
                .toList();
        if (fitting.size() != 1) {
            return terminal.fail(
                    "There is no payment %s of %s; payments lists them.".formatted(number, Wordings.person(buyer)));
        }
        var payment = fitting.getFirst();
        var sold = payment.heading().sold().total();
        return order(office, new Order.RefundStars(buyer.id(), payment.id(), sold, why), intent);
    }

    @Command(description = "Shows what was changed by hand, newest first.")
    int audit(
            @Option(names = "--person", paramLabel = "PERSON", description = PERSON + "; everybody unless given")
                    Optional<String> person,
            @Option(
                            names = "--most",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "how many entries; 20 unless given")
                    int most)
            throws BadSettings, NoDatabase, InterruptedException {
        if (person.isPresent()) {
            return with(
                    person.get(),
                    (office, known) ->
                            list(office, office.audit().newest(known.user().id(), most)));
        }
        try (var office = Office.open(environment)) {
            return list(office, office.audit().newest(most));
        }
    }

    private int list(Office office, List<AuditEntry> entries) {
        entries.forEach(entry -> terminal.say(Wordings.entry(entry, office.users())));
        return DONE;
    }

    private int with(String reference, Task task) throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            var called = called(reference, office.users());
            return switch (called.size()) {
                case 0 ->
                    terminal.fail("Nobody is known as %s: give a Telegram id or an @username; find helps."
                            .formatted(reference));
                case 1 -> task.run(office, called.getFirst());
                default -> terminal.fail("Several people were seen as %s: give a Telegram id.".formatted(reference));
            };
        }
    }

    /** Names are left to {@code find}: nobody's credits change because of a similar name. */
    private static List<KnownPerson> called(String reference, Users users) {
        return users.search(reference, MOST_FOUND).stream()
                .filter(person ->
                        reference.equals(Long.toString(person.user().chat().value()))
                                || reference.equalsIgnoreCase(
                                        person.username().map("@"::concat).orElse("")))
                .toList();
    }

    private int change(String reference, Intent intent, Change change)
            throws BadSettings, NoDatabase, InterruptedException {
        return with(reference, (office, known) -> {
            var reason = intent.reason();
            return reason.isPresent()
                    ? change.run(office, known.user(), reason.get())
                    : terminal.fail("A reason has %d to %d characters.".formatted(Reason.SHORTEST, Reason.LONGEST));
        });
    }

    private int order(Office office, Order order, Intent intent) {
        return new OrderRun(office, terminal).run(order, intent);
    }

    /** What is no amount becomes none, which no order takes. */
    private static Credits credits(long amount) {
        return new Credits(Math.max(amount, 0));
    }

    private static Credits left(Office office, User person, long receipt) {
        return office.receipts()
                .find(person.id(), receipt)
                .flatMap(Charge::of)
                .map(Charge::left)
                .orElse(Credits.NONE);
    }
}
