package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;

import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.core.admin.IssuePromoCode;
import app.aisha.core.admin.PromoTerms;
import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.wallet.Credits;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code admin promo …}. */
@Command(name = "promo", description = "Promo codes.")
final class PromoCommands {

    private static final int MOST_CREDITS = 1_000_000;
    private static final String RANGES =
            "A balance is 1 to 1000000, a bonus 1 to 500 and a discount 1 to 100; numbers begin at 1; the last day is"
                    + " not over.";

    /** What a code gives. */
    enum Gives {
        balance,
        bonus,
        discount
    }

    private final Environment environment;
    private final Terminal terminal;

    PromoCommands(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Command(description = "Makes a promo code that counts from now on.")
    int create(
            @Parameters(paramLabel = "CODE", description = "3 to 40 letters, digits and dashes") String code,
            @Parameters(
                            paramLabel = "GIVES",
                            description =
                                    "balance: credits; bonus: percent more with a package; discount: percent off a"
                                            + " package")
                    Gives gives,
            @Parameters(paramLabel = "WORTH", description = "credits or percent") int worth,
            @Option(names = "--uses", paramLabel = "N", description = "by all together; any number unless given")
                    Optional<Integer> uses,
            @Option(names = "--per-user", paramLabel = "N", defaultValue = "1", description = "by one; 1 unless given")
                    int perUser,
            @Option(
                            names = "--until",
                            paramLabel = "DATE",
                            description = "last day, as 2026-12-31; for ever unless given")
                    Optional<LocalDate> until,
            @Option(names = "--apply", description = Intent.APPLY) boolean apply)
            throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            var benefit = benefit(gives, worth);
            var window = window(office, until);
            if (benefit.isEmpty() || window.isEmpty() || uses.orElse(1) < 1 || perUser < 1) {
                return terminal.fail(RANGES);
            }
            var limits = new PromoCode.Limits(uses.map(OptionalInt::of).orElseGet(OptionalInt::empty), perUser);
            return create(office, new IssuePromoCode.Terms(code, benefit.get(), limits, window.get()), apply);
        }
    }

    private static Optional<Benefit> benefit(Gives gives, int worth) {
        var most = switch (gives) {
            case balance -> MOST_CREDITS;
            case bonus -> PromoCode.MOST_BONUS;
            case discount -> 100;
        };
        if (worth < 1 || worth > most) {
            return Optional.empty();
        }
        return Optional.of(
                switch (gives) {
                    case balance -> new Benefit.Balance(new Credits(worth));
                    case bonus -> new Benefit.Bonus(worth);
                    case discount -> new Benefit.Discount(worth);
                });
    }

    /** The last day still counts. */
    private static Optional<PromoCode.Window> window(Office office, Optional<LocalDate> lastDay) {
        var now = office.now();
        var end = lastDay.map(
                day -> day.plusDays(1).atStartOfDay(office.house().zone()).toInstant());
        return end.filter(moment -> !moment.isAfter(now)).isPresent()
                ? Optional.empty()
                : Optional.of(new PromoCode.Window(now, end));
    }

    private int create(Office office, IssuePromoCode.Terms terms, boolean apply) {
        var issue = office.issuePromoCode();
        var outcome = apply ? issue.issue(OrderRun.operator(), terms) : issue.rehearse(OrderRun.operator(), terms);
        return switch (outcome) {
            case CreatePromoCode.Outcome.Created(var made) ->
                done((apply ? "Made " : "Would make ") + PromoTerms.of(made), apply);
            case CreatePromoCode.Outcome.Malformed _ ->
                terminal.fail("A promo code has 3 to 40 letters, digits and dashes.");
            case CreatePromoCode.Outcome.Taken _ ->
                terminal.fail("The promo code %s is there or was there before.".formatted(terms.code()));
        };
    }

    @Command(description = "Ends a promo code for good.")
    int end(
            @Parameters(paramLabel = "CODE", description = "in any case") String code,
            @Option(names = "--apply", description = Intent.APPLY) boolean apply)
            throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            var close = office.closePromoCode();
            var outcome = apply ? close.close(OrderRun.operator(), code) : close.rehearse(OrderRun.operator(), code);
            return switch (outcome) {
                case EndPromoCode.Outcome.Ended(var ended) ->
                    done((apply ? "Ended " : "Would end ") + PromoTerms.of(ended), apply);
                case EndPromoCode.Outcome.EndedAlready(var ended) ->
                    terminal.fail("The promo code %s is over already.".formatted(ended.code()));
                case EndPromoCode.Outcome.Unknown _ -> terminal.fail("There is no promo code %s.".formatted(code));
            };
        }
    }

    private int done(String fact, boolean apply) {
        terminal.say(fact);
        if (!apply) {
            terminal.say(OrderRun.DRY_RUN);
        }
        return DONE;
    }

    @Command(description = "Shows the promo codes, newest first.")
    int list(
            @Option(names = "--most", paramLabel = "N", defaultValue = "50", description = "how many; 50 unless given")
                    int most)
            throws BadSettings, NoDatabase, InterruptedException {
        try (var office = Office.open(environment)) {
            office.promoCodes()
                    .page(Optional.empty(), most)
                    .items()
                    .forEach(code -> terminal.say(Wordings.promo(code, office.now())));
            return DONE;
        }
    }
}
