package app.aisha.adapters.postgres;

import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.Inspection;
import app.aisha.core.wallet.LedgerInspector;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Inspects the ledger by questions that are one statement each, so that each sees one moment. Of one kind it answers at most
 * {@value #MOST} findings.
 */
public final class PostgresLedgerInspector implements LedgerInspector {

    static final int MOST = 20;

    private static final String TOTALS = """
        SELECT sums.free, sums.held, count(hold.id) AS open, min(hold.opened_at) AS since
        FROM (SELECT coalesce(sum(free), 0) AS free, coalesce(sum(held), 0) AS held FROM wallets) sums
        LEFT JOIN holds hold ON hold.status = 'open'
        GROUP BY sums.free, sums.held
        """;

    /** A question with the values it asks for. */
    private record Question(LedgerQuery query, Map<String, Object> values) {}

    private final JdbcClient database;
    private final InstantSource clock;
    private final List<Question> questions;

    /**
     * Opens the inspector.
     *
     * @param works what holds are for; holds of other kinds are only compared with the ledger
     */
    public PostgresLedgerInspector(PostgresDatabase database, InstantSource clock, List<HeldWork> works) {
        this.database = JdbcClient.create(database.joined());
        this.clock = clock;
        this.questions = Stream.concat(
                        LedgerQueries.ALL.stream().map(query -> new Question(query, Map.of())),
                        works.stream().flatMap(PostgresLedgerInspector::about))
                .toList();
    }

    private static Stream<Question> about(HeldWork held) {
        var values =
                Map.<String, Object>of("purpose", HoldRows.kind(held.kind()).getLiteral(), "jobs", held.jobs());
        return WorkQueries.about(held).stream().map(query -> new Question(query, values));
    }

    @Override
    public Inspection recent(Instant since) {
        var asked = questions.stream().filter(it -> it.query().servesRecent()).toList();
        return inspection(asked, LedgerQuery::recent, LedgerQuery::seesAllOfThePresent, since);
    }

    @Override
    public Inspection whole() {
        var asked = questions.stream().filter(it -> it.query().servesWhole()).toList();
        return inspection(asked, LedgerQuery::whole, _ -> true, Instant.EPOCH);
    }

    private Inspection inspection(
            List<Question> asked, Function<LedgerQuery, String> form, Predicate<LedgerQuery> seesAll, Instant since) {
        var findings = new ArrayList<Finding>();
        var complete = EnumSet.noneOf(Finding.Kind.class);
        var partly = EnumSet.noneOf(Finding.Kind.class);
        for (var question : asked) {
            var kind = question.query().kind();
            var found = answers(question, form.apply(question.query()), since);
            found.stream().limit(MOST).forEach(findings::add);
            (found.size() <= MOST && seesAll.test(question.query()) ? complete : partly).add(kind);
        }
        complete.removeAll(partly);
        return new Inspection(findings, complete);
    }

    private List<Finding> answers(Question question, String sql, Instant since) {
        return reached(() -> database.sql(
                        "SELECT subject::text, sentence FROM (%s) found ORDER BY 1 LIMIT %d".formatted(sql, MOST + 1))
                .params(question.values())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Finding(question.query().kind(), row.getString(1), row.getString(2)))
                .list());
    }

    @Override
    public Totals totals() {
        return reached(() -> database.sql(TOTALS)
                .query((row, _) -> new Totals(
                        new Credits(row.getLong("free")),
                        new Credits(row.getLong("held")),
                        row.getInt("open"),
                        age(row.getObject("since", OffsetDateTime.class))))
                .single());
    }

    private Duration age(@Nullable OffsetDateTime since) {
        return since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant());
    }

    private static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException e) {
            throw new StorageUnavailable("The database does not answer about the ledger", e);
        }
    }
}
