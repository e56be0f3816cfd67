package app.aisha.bench;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresTranscriptSearch;
import app.aisha.adapters.postgres.PostgresTranscripts;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.SearchQuery;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptSearch;
import app.aisha.core.transcript.Transcripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long a page of the history and a search take among 100,000 transcripts, for somebody who has very many of them. */
final class SearchBenchmark implements Benchmark {

    private static final int TRANSCRIPTS = 10_000;
    private static final int OTHERS = 90;
    private static final int TRANSCRIPTS_OF_OTHERS = 1_000;
    private static final int WORDS = 300;
    private static final int VOCABULARY = 20_000;
    private static final int RUNS = 200;
    private static final int PAGE = 5;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String purpose() {
        return "time of a page and of a search among 100,000 transcripts";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%d each, pages of %d, those of searches with fragments; %,d transcripts of %d words of the person, %,d of each of %d others"
                        .formatted(RUNS, PAGE, TRANSCRIPTS, WORDS, TRANSCRIPTS_OF_OTHERS, OTHERS),
                "",
                "on the page",
                "median ms",
                "p99 ms");
        try (var bank = Bank.open();
                var counter = bank.counter(1)) {
            var people = bank.people(1 + OTHERS);
            var taken = takeIn(bank, people.getFirst(), TRANSCRIPTS);
            figures.row("taking in, per transcript", "", millis(taken / TRANSCRIPTS), "");
            for (var other : people.subList(1, people.size())) {
                takeIn(bank, other, TRANSCRIPTS_OF_OTHERS);
            }
            pages(figures, new PostgresTranscripts(new PostgresDatabase(counter.pool())), people.getFirst());
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

    private static double takeIn(Bank bank, UserId owner, int transcripts) throws SQLException {
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
                """.formatted(owner.value(), word, WORDS, transcripts));
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

    /** One after the other, as somebody turns them. */
    private static void pages(Figures figures, Transcripts transcripts, UserId owner) {
        var times = new ArrayList<Double>();
        var from = Optional.<TranscriptId>empty();
        for (var run = 0; run < RUNS; run++) {
            var begin = System.nanoTime();
            var page = transcripts.page(owner, from, PAGE);
            times.add((System.nanoTime() - begin) / 1e6);
            from = page.older();
        }
        row(figures, "pages of the history", PAGE, times);
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
        row(figures, name, found, times);
    }

    private static void row(Figures figures, String name, int found, List<Double> times) {
        var sample = Sample.of(times);
        figures.row(name, String.valueOf(found), millis(sample.median()), millis(sample.percentile(99)));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
