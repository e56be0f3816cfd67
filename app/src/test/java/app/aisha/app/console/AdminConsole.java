package app.aisha.app.console;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The console of an operator, and the people it is used on. */
final class AdminConsole {

    /** The database of a sandbox that runs. */
    record Sandbox(Path data, EmbeddedPostgres server, DataSource source) implements AutoCloseable {

        static Sandbox start() {
            var data = Path.of("target", "console", UUID.randomUUID().toString());
            try {
                var server = EmbeddedPostgres.start(data.resolve("postgres"), _ -> {});
                var source = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
                Migrations.apply(source);
                return new Sandbox(data, server, source);
            } catch (PostgresNotStarted e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted");
            }
        }

        JdbcClient client() {
            return JdbcClient.create(source);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static final AtomicLong NUMBERS = new AtomicLong(100_000);

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Sandbox sandbox;
    private final PostgresDatabase database;
    private final PostgresUsers users;
    private final PostgresWallets wallets;

    AdminConsole(Sandbox sandbox) {
        this.sandbox = sandbox;
        database = new PostgresDatabase(sandbox.source());
        users = new PostgresUsers(database, ids, ZoneId.of("UTC"));
        wallets = new PostgresWallets(database, ids, InstantSource.system(), new Credits(20));
        set("AISHA_DATA", sandbox.data().toString());
        set("CREDITS_GIFT", "20");
    }

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    Environment environment() {
        return new Environment(variables, Path.of("no-such-file"));
    }

    /** A number that no other caller gets. */
    static long unique() {
        return NUMBERS.incrementAndGet();
    }

    User person(String name, Optional<String> username) {
        return users.welcome(new ChatId(unique()), name, username, Language.RU);
    }

    static String id(User user) {
        return Long.toString(user.chat().value());
    }

    int admin(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
        return AdminCommands.all(environment(), terminal)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .execute(arguments);
    }

    List<String> said() {
        return out.toString().lines().toList();
    }

    /** All of what the last command printed about its failure. */
    String complaint() {
        return err.toString();
    }

    /** Every row of every table that a command may write, as JSON. */
    Map<String, List<String>> tables() {
        var client = sandbox.client();
        var all = new TreeMap<String, List<String>>();
        client.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> all.put(
                        table,
                        client.sql("SELECT to_jsonb(t)::text FROM " + table + " t")
                                .query(String.class)
                                .list()));
        return all;
    }

    long free(User user) {
        return wallets.of(user.id()).free().amount();
    }

    /** The number of a receipt by which the person was charged this much. */
    long charged(User user, long amount) {
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

    /** A payment of so many stars, each of them worth one credit, that was booked. */
    StarPayment paid(User buyer, int stars) {
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
}
