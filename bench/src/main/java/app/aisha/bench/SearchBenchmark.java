package app.aisha.bench;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresTranscriptSearch;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.SearchQuery;
import app.aisha.core.transcript.TranscriptSearch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** How long a search takes for somebody with very many transcripts, among as many of somebody else. */
final class SearchBenchmark implements Benchmark {

    private static final int TRANSCRIPTS = 10_000;
    private static final int WORDS = 300;
    private static final int VOCABULARY = 20_000;
    private static final int RUNS = 20;
    private static final int PAGE = 5;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String purpose() {
        return "time of a search over 10,000 transcripts of one person";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%d searches each, first page of %d with fragments; %,d transcripts of %d words of the person and as many of another"
                        .formatted(RUNS, PAGE, TRANSCRIPTS, WORDS),
                "",
                "found on the page",
                "median ms",
                "max ms");
        try (var bank = Bank.open();
                var counter = bank.counter(1)) {
            var people = bank.people(2);
            figures.row("taking in, per transcript", "", millis(takeIn(bank, people.getFirst()) / TRANSCRIPTS), "");
            takeIn(bank, people.getLast());
            var search = new PostgresTranscriptSearch(new PostgresDatabase(counter.pool()));
            for (var place : new int[] {0, 100, 10_000}) {
                var word = word(bank, place);
                measure(figures, "word no. %,d".formatted(place), search, people.getFirst(), word);
            }
            var first = word(bank, 0);
            measure(figures, "two frequent words", search, people.getFirst(), first + " " + word(bank, 1));
            measure(
                    figures,
                    "two side by side",
                    search,
                    people.getFirst(),
                    "\"%s %s\"".formatted(first, word(bank, 1)));
            measure(figures, "one without another", search, people.getFirst(), first + " -" + word(bank, 1));
            measure(figures, "nowhere", search, people.getFirst(), "дирижабль");
        }
        return figures;
    }

    private static double takeIn(Bank bank, UserId owner) throws SQLException {
        var word = wordAt("(power(random(), 3) * %d)::int".formatted(VOCABULARY));
        try (var connection = bank.connect();
                var statement = connection.createStatement()) {
            var begin = System.nanoTime();
            statement.execute("""
                INSERT INTO user_transcripts (id, user_id, message, file, kind, claimed_millis, claimed_bytes, created_at,
                    version, status, original_key, container, length_millis, wording, pieces_lost)
                SELECT uuidv7(), '%s', n, 'file', 'voice', 0, 0, now(), 3, 'ready', 'k', 'ogg', 1, (
                    SELECT string_agg(%s, ' ') FROM generate_series(1, %d) w WHERE n > 0), 0
                FROM generate_series(1, %d) n
                """.formatted(owner.value(), word, WORDS, TRANSCRIPTS));
            var taken = (System.nanoTime() - begin) / 1e6;
            statement.execute("ANALYZE");
            return taken;
        }
    }

    /** A word by its place among the frequent ones. */
    private static String wordAt(String place) {
        return "translate(left(md5(%s::text), 7), '0123456789abcdef', 'абвгдежзиклмнопр')".formatted(place);
    }

    private static String word(Bank bank, int place) throws SQLException {
        try (var connection = bank.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT " + wordAt(String.valueOf(place)))) {
            row.next();
            return row.getString(1);
        }
    }

    private static void measure(Figures figures, String name, TranscriptSearch search, UserId owner, String words) {
        var times = new ArrayList<Double>();
        var found = 0;
        for (var run = 0; run < RUNS; run++) {
            var begin = System.nanoTime();
            found = search.search(owner, SearchQuery.of(words), Optional.empty(), PAGE)
                    .orElseThrow()
                    .items()
                    .size();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        var sample = Sample.of(times);
        figures.row(
                name,
                String.valueOf(found),
                millis(sample.median()),
                millis(sample.sorted().getLast()));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
