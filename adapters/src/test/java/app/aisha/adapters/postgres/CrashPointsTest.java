package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.core.wallet.Finding;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed right before and right after every commit that writes to the ledger, in the long suite every commit
 * at all. Right after the death the ledger is in order, and living on leads to where an undisturbed life leads. The
 * commits are counted in an undisturbed life and not listed by hand.
 */
class CrashPointsTest {

    private static final CrashPoint.Scope SCOPE =
            Boolean.getBoolean("aisha.long") ? CrashPoint.Scope.ALL : CrashPoint.Scope.MONEY;

    private static final String OUTCOME = """
        SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
            SELECT concat_ws(' ', 'wallet', free, held, version) AS line FROM wallets
            UNION ALL SELECT concat_ws(' ', 'receipt', number, kind, free_after, note) FROM ledger_transactions
            UNION ALL SELECT concat_ws(' ', 'hold', amount, status, charged, reason) FROM holds
            UNION ALL SELECT concat_ws(' ', 'payment', charge, stars, credits, status) FROM star_payments
            UNION ALL SELECT concat_ws(' ', 'transcript', message, status, charged, returned) FROM user_transcripts
        ) outcome
        """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theLedgerIsInOrderWhereverTheProcessDies() throws Exception {
        var undisturbed = CrashPoint.none(SCOPE);
        var database = TestDatabase.migrated();
        new MoneyLife(new MortalPool(database.dataSource(), undisturbed), database.dataSource(), folder).live();
        var expected = outcome(database);
        assertThat(expected).contains("captured 20", "voided 0 REFUSED", "voided 0 CANCELLED");
        assertThat(undisturbed.seen()).isGreaterThanOrEqualTo(7);
        System.out.printf("Crash points: %d commits (%s), each with two sides%n", undisturbed.seen(), SCOPE);
        return IntStream.rangeClosed(1, undisturbed.seen())
                .boxed()
                .flatMap(number -> Stream.of(CrashPoint.Side.values())
                        .map(side -> DynamicTest.dynamicTest(
                                "%s commit %d".formatted(side, number), () -> diesAndRises(number, side, expected))));
    }

    private void diesAndRises(int number, CrashPoint.Side side, String expected) throws Exception {
        var database = TestDatabase.migrated();
        var life = folder.resolve(side + "-" + number);

        assertThat(exitOf(database, life, number, side)).isEqualTo(CrashPoint.KILLED);
        assertThat(findingsIn(database)).isEmpty();

        new MoneyLife(database.dataSource(), database.dataSource(), life).live();
        assertThat(outcome(database)).isEqualTo(expected);
        assertThat(findingsIn(database)).isEmpty();
    }

    private static int exitOf(TestPostgres.Database database, Path life, int number, CrashPoint.Side side)
            throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DoomedLife.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        life.toString(),
                        SCOPE.name(),
                        Integer.toString(number),
                        side.name()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static List<Finding> findingsIn(TestPostgres.Database database) {
        return new PostgresLedgerInspector(
                        new PostgresDatabase(database.dataSource()),
                        InstantSource.system(),
                        List.of(HeldWork.transcripts(List.of("transcribe", "continue-transcript"))))
                .whole()
                .findings();
    }

    private static String outcome(TestPostgres.Database database) {
        return database.client().sql(OUTCOME).query(String.class).single();
    }
}
