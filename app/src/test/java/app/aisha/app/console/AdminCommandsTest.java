package app.aisha.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.embedded.PostgresNotStarted;
import app.aisha.adapters.postgres.Migrations;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresStarPayments;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.adapters.postgres.PostgresWallets;
import app.aisha.app.settings.Environment;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.Sold;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.TimeOrderedIds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The commands on the database of a sandbox that runs. */
class AdminCommandsTest {

    private static final Path DATA =
            Path.of("target", "console", UUID.randomUUID().toString());
    private static final AtomicLong CHATS = new AtomicLong(100_000);
    private static final EmbeddedPostgres SERVER = serverOn(DATA);
    private static final DriverManagerDataSource SOURCE =
            new DriverManagerDataSource(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final PostgresDatabase database = new PostgresDatabase(SOURCE);
    private final PostgresUsers users = new PostgresUsers(database, ids, ZoneId.of("UTC"));
    private final PostgresWallets wallets = new PostgresWallets(database, ids, InstantSource.system(), new Credits(20));
    private final Map<String, String> variables =
            new HashMap<>(Map.of("AISHA_DATA", DATA.toString(), "CREDITS_GIFT", "20"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static EmbeddedPostgres serverOn(Path data) {
        try {
            var server = EmbeddedPostgres.start(data.resolve("postgres"), _ -> {});
            Migrations.apply(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()));
            return server;
        } catch (PostgresNotStarted e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private User person(String name, Optional<String> username) {
        return users.welcome(new ChatId(CHATS.incrementAndGet()), name, username, Language.RU);
    }

    private static String id(User user) {
        return Long.toString(user.chat().value());
    }

    private int admin(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
        return AdminCommands.all(new Environment(variables, Path.of("no-such-file")), terminal)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .execute(arguments);
    }

    private List<String> said() {
        return out.toString().lines().toList();
    }

    /** Every row of every table that a command may write. */
    private static Map<String, List<Map<String, Object>>> tables() {
        var client = JdbcClient.create(SOURCE);
        var all = new TreeMap<String, List<Map<String, Object>>>();
        client.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> all.put(
                        table, client.sql("SELECT * FROM " + table).query().listOfRows()));
        return all;
    }

    private long free(User user) {
        return wallets.of(user.id()).free().amount();
    }

    private long charged(User user, long amount) {
        var hold = new Hold(
                new HoldId(ids.next()),
                user.id(),
                new Purpose(Purpose.Kind.TRANSCRIPT, ids.next()),
                new Credits(amount),
                InstantSource.system().instant().plus(Duration.ofHours(1)),
                new Hold.State.Open());
        wallets.hold(hold);
        wallets.settle(hold.id(), new Ending.Capture(new Credits(amount)));
        return wallets.of(user.id()).version();
    }

    @Test
    void peopleAreFoundByIdUsernameAndName() {
        var anna = person("Anna-" + UUID.randomUUID(), Optional.of("anna_" + CHATS.get()));

        for (var words :
                List.of(id(anna), "@" + "ANNA_" + (CHATS.get() - 1), anna.name().substring(5))) {
            assertThat(admin("find", words)).as(words).isZero();
            assertThat(said()).containsExactly("%s (%s) @anna_%d".formatted(anna.name(), id(anna), CHATS.get() - 1));
        }
        assertThat(admin("find", "nobody is called like this")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("Nobody is found by nobody is called like this\n");
    }

    @Test
    void aPersonIsShownAndNothingIsChangedByThat() {
        var dilnara = person("Диля\u001b[2J\u202e\nroot", Optional.of("dilya_" + CHATS.get()));
        var before = tables();

        assertThat(admin("show", id(dilnara))).isZero();

        assertThat(said())
                .contains("name: Диля [2J root", "Telegram id: " + id(dilnara), "language: ru", "reachable: yes")
                .contains("transcripts: 0", "free: 20 credits", "held: 0 credits")
                .anyMatch(line -> line.startsWith("receipt 1: ") && line.endsWith("Z, gift, +20 -> 20"));
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void withoutApplyTheTablesStayAsTheyAre() {
        var dilnara = person("Диля", Optional.empty());
        var receipt = Long.toString(charged(dilnara, 10));
        var newcomer = person("Newcomer", Optional.empty());
        var before = tables();

        assertThat(admin("grant", id(dilnara), "50", "--reason", "lost recording"))
                .isZero();
        assertThat(said())
                .containsExactly(
                        "Would grant 50 credits to Диля (%s): 10 -> 60".formatted(id(dilnara)),
                        "Reason: lost recording",
                        "Dry run: nothing was changed. Add --apply.");
        assertThat(admin("take", id(dilnara), "1", "--reason", "by mistake")).isZero();
        assertThat(said()).contains("Would take 1 credit from Диля (%s): 10 -> 9".formatted(id(dilnara)));
        assertThat(admin("refund", id(dilnara), receipt, "--reason", "bad sound"))
                .isZero();
        assertThat(said()).contains("Would refund 10 credits to Диля (%s): 10 -> 20".formatted(id(dilnara)));
        assertThat(admin("grant", id(newcomer), "50", "--reason", "welcome")).isZero();
        assertThat(said()).contains("Would grant 50 credits to Newcomer (%s): 20 -> 70".formatted(id(newcomer)));

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void withApplyItIsDoneOnceUnderOneKey() {
        var dilnara = person("Диля", Optional.empty());
        var order = new String[] {
            "grant", id(dilnara), "50", "--reason", "lost  recording", "--apply", "--key", "ticket " + id(dilnara)
        };

        assertThat(admin(order)).isZero();
        assertThat(said())
                .containsExactly(
                        "Granted 50 credits to Диля (%s): 20 -> 70".formatted(id(dilnara)),
                        "Reason: lost recording",
                        "The running program tells the person.");
        var before = tables();
        assertThat(admin(order)).isZero();

        assertThat(said().getFirst()).isEqualTo("Made before, under the same key; nothing was changed.");
        assertThat(said().getLast()).contains("grant, 50 credits, Диля (%s), lost recording".formatted(id(dilnara)));
        assertThat(tables()).isEqualTo(before);
        assertThat(free(dilnara)).isEqualTo(70);
        assertThat(JdbcClient.create(SOURCE)
                        .sql("SELECT notice FROM outbox WHERE user_id = ?")
                        .param(dilnara.id().value())
                        .query(String.class)
                        .single())
                .startsWith("AdminNotice.CreditsChanged:");
    }

    @Test
    void withoutAKeyEveryRunIsAnOrderOfItsOwn() {
        var dilnara = person("Диля", Optional.empty());

        admin("take", id(dilnara), "5", "--reason", "by mistake", "--apply");
        admin("take", id(dilnara), "5", "--reason", "by mistake", "--apply");

        assertThat(free(dilnara)).isEqualTo(10);
    }

    @Test
    void aChargeIsGivenBackInPartAndThenTheRest() {
        var dilnara = person("Диля", Optional.empty());
        var receipt = Long.toString(charged(dilnara, 10));

        admin("refund", id(dilnara), receipt, "--amount", "4", "--reason", "bad sound", "--apply");
        assertThat(said().getFirst()).isEqualTo("Refunded 4 credits to Диля (%s): 10 -> 14".formatted(id(dilnara)));
        assertThat(admin("refund", id(dilnara), receipt, "--amount", "7", "--reason", "bad sound", "--apply"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualTo("Of this charge 6 credits can still be given back.\n");
        admin("refund", id(dilnara), receipt, "--reason", "bad sound", "--apply");

        assertThat(free(dilnara)).isEqualTo(20);
    }

    @Test
    void theLogTellsWhoDidWhat() {
        var dilnara = person("Диля", Optional.empty());
        var user = System.getProperty("user.name");
        admin("take", id(dilnara), "5", "--reason", "by mistake", "--apply");
        admin("grant", id(dilnara), "5", "--reason", "not at all", "--apply");

        assertThat(admin("audit", "--person", id(dilnara))).isZero();
        assertThat(said()).hasSize(2);
        assertThat(said().getFirst())
                .endsWith("Z, operator %s, grant, 5 credits, Диля (%s), not at all".formatted(user, id(dilnara)));
        assertThat(admin("audit", "--most", "1")).isZero();
        assertThat(said()).hasSize(1).first().asString().contains("not at all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant ID 0 --reason because|The amount has to be a whole number from 1 to 1000000.",
                "grant ID 1000001 --reason because|The amount has to be a whole number from 1 to 1000000.",
                "take ID 21 --reason because|Not enough is free: 20 credits.",
                "refund ID 1 --reason because|This receipt is about nothing that was charged.",
                "refund ID 77 --reason because|This receipt is about nothing that was charged.",
                "grant ID 50 --reason no|A reason has 3 to 200 characters.",
                "grant 99999 50 --reason because|Nobody is known as 99999",
                "show Диля|Nobody is known as Диля",
                "show @twin_sister|Several people were seen as @twin_sister: give a Telegram id."
            })
    void whatCannotBeDoneIsSaidInOneLine(String command, String problem) {
        person("Диля", Optional.of("twin_sister"));
        var dilnara = person("Диля", Optional.of("twin_sister"));
        wallets.of(dilnara.id());
        var before = tables();

        assertThat(admin(command.replace("ID", id(dilnara)).split(" "))).isEqualTo(1);

        assertThat(err.toString()).startsWith(problem).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
        assertThat(tables()).isEqualTo(before);
    }

    private StarPayment paid(User buyer, int stars) {
        var charge = new StarCharge("charge-" + UUID.randomUUID(), stars);
        var payment = new StarPayment.Paid(new StarPayment.Heading(
                new PaymentId(ids.next()),
                Optional.of(buyer.id()),
                charge,
                new Sold(new Credits(stars), Credits.NONE),
                InstantSource.system().instant(),
                0));
        new PostgresStarPayments(database).add(payment);
        wallets.book(buyer.id(), new Booking.Purchase(charge.id(), new Credits(stars)));
        return payment;
    }

    @Test
    void starsAreOrderedBackOnce() {
        var dilnara = person("Диля", Optional.empty());
        var number = paid(dilnara, 30).id().shortNumber();
        var order = new String[] {"refund-stars", id(dilnara), number.toLowerCase(Locale.ROOT), "--reason", "unhappy"};
        var before = tables();

        assertThat(admin("payments", id(dilnara))).isZero();
        assertThat(said()).singleElement().asString().contains("payment " + number, "30 stars, 30 credits, paid");
        assertThat(admin(order)).isZero();
        assertThat(said())
                .startsWith("Would refund payment %s and take 30 credits from Диля (%s): 50 -> 20"
                        .formatted(number, id(dilnara)))
                .endsWith("Dry run: nothing was changed. Add --apply.");
        assertThat(tables()).isEqualTo(before);

        var applied = Arrays.copyOf(order, order.length + 1);
        applied[order.length] = "--apply";
        assertThat(admin(applied)).isZero();
        assertThat(said())
                .startsWith("Began to refund payment %s and took 30 credits from Диля (%s): 50 -> 20"
                        .formatted(number, id(dilnara)));
        assertThat(admin(applied)).isEqualTo(1);
        assertThat(err.toString()).startsWith("These stars are going back already");
        assertThat(JdbcClient.create(SOURCE)
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'refund-payment'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(admin("refund-stars", id(person("Anna", Optional.empty())), number, "--reason", "not hers"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no payment " + number);
    }

    @Test
    void promoCodesAreMadeListedAndEnded() {
        var code = "CLI-" + CHATS.incrementAndGet();
        var before = tables();
        var create = new String[] {"promo", "create", code, "balance", "50", "--uses", "100", "--until", "2999-12-31"};

        assertThat(admin(create)).isZero();
        assertThat(said())
                .containsExactly(
                        "Would make %s balance 50 uses 100 per-user 1 until 2999-12-31T21:00:00Z".formatted(code),
                        "Dry run: nothing was changed. Add --apply.");
        assertThat(tables()).isEqualTo(before);
        var applied = Arrays.copyOf(create, create.length + 1);
        applied[create.length] = "--apply";
        assertThat(admin(applied)).isZero();
        assertThat(admin(applied)).isEqualTo(1);
        assertThat(err.toString()).startsWith("The promo code %s is there".formatted(code));

        admin("promo", "list");
        assertThat(said().getFirst()).startsWith(code + " balance 50").endsWith(", used 0, open");
        assertThat(admin("promo", "end", code)).isZero();
        admin("promo", "list");
        assertThat(said().getFirst()).endsWith(", open");
        assertThat(admin("promo", "end", code.toLowerCase(Locale.ROOT), "--apply"))
                .isZero();
        admin("promo", "list");
        assertThat(said().getFirst()).endsWith(", over");
        assertThat(admin("promo", "end", code, "--apply")).isEqualTo(1);
        admin("audit", "--most", "2");
        assertThat(said().getFirst()).endsWith("end promo, " + code);
        assertThat(said().getLast()).contains("create promo, %s balance 50".formatted(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promo create CODE bonus 501|A balance is",
                "promo create CODE discount 0|A balance is",
                "promo create CODE balance 5 --uses 0|A balance is",
                "promo create CODE balance 5 --until 2001-01-01|A balance is",
                "promo create C balance 5|A promo code has",
                "promo end NEVER-MADE|There is no promo code NEVER-MADE."
            })
    void aPromoCodeThatCannotBeIsSaidInOneLine(String command, String problem) {
        assertThat(admin(command.split(" "))).isEqualTo(1);

        assertThat(err.toString()).startsWith(problem).hasLineCount(1);
    }

    @Test
    void whereCreditsAreOffNoneAreMoved() {
        var dilnara = person("Диля", Optional.empty());
        variables.put("CREDITS_ENABLED", "false");

        assertThat(admin("grant", id(dilnara), "50", "--reason", "because", "--apply"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("CREDITS_ENABLED");
    }

    @Test
    void anotherDatabaseIsTakenWhereItIsNamedAndMustHaveItsTables() {
        JdbcClient.create(SOURCE).sql("CREATE DATABASE bare").update();
        variables.put(
                "DATABASE_URL",
                SERVER.jdbcUrl()
                        .replaceFirst("jdbc:postgresql://", "postgresql://aisha:%s@".formatted(SERVER.password()))
                        .replaceFirst("/aisha\\?", "/bare?"));

        assertThatThrownBy(() -> Office.open(new Environment(variables, Path.of("no-such-file"))))
                .isInstanceOf(NoDatabase.class)
                .hasMessageContaining("start the program once")
                .hasMessageNotContaining(SERVER.password());
    }
}
