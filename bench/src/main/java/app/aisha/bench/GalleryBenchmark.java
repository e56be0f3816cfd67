package app.aisha.bench;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresGallery;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.Gallery.Filter;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/** How long the gallery of somebody with 100,000 pictures takes among those of others. */
final class GalleryBenchmark implements Benchmark {

    private static final int PICTURES = 100_000;
    private static final int OTHERS = 30;
    private static final int PICTURES_OF_OTHERS = 10_000;
    private static final int AVATARS = 10;
    private static final int DAYS = 365;
    private static final int WORDS = 40;
    private static final int VOCABULARY = 20_000;
    private static final int RUNS = 200;
    private static final int FEW_RUNS = 40;
    private static final int PAGE = 10;
    private static final Instant NEWEST = Instant.parse("2026-11-26T00:00:00Z");

    @Override
    public String name() {
        return "gallery";
    }

    @Override
    public String purpose() {
        return "time of pages and filters of a gallery of 100,000 pictures";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%d pages of %d each, %d counts; %,d pictures of the person over %d days and %d avatars, %,d of each of %d others, %d words each"
                        .formatted(RUNS, PAGE, FEW_RUNS, PICTURES, DAYS, AVATARS, PICTURES_OF_OTHERS, OTHERS, WORDS),
                "",
                "found",
                "p50 ms",
                "p99 ms");
        try (var bank = Bank.open();
                var counter = bank.counter(1)) {
            var people = bank.people(1 + OTHERS);
            takeIn(bank, people.getFirst(), PICTURES);
            for (var other : people.subList(1, people.size())) {
                takeIn(bank, other, PICTURES_OF_OTHERS);
            }
            try (var connection = bank.connect();
                    var statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
            measure(figures, new PostgresGallery(new PostgresDatabase(counter.pool())), people.getFirst());
        }
        return figures;
    }

    /** One after the other through the days; every tenth is a favourite, every tenth of photos. */
    private static void takeIn(Bank bank, UserId owner, int pictures) throws SQLException {
        var step = DAYS * 86_400_000L / pictures;
        try (var connection = bank.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO picture_orders (id, user_id, status, version, avatar_id, ratio, number, quality, created_at, wordings)
                VALUES (gen_random_uuid(), '%1$s', 'placed', 3, gen_random_uuid(), 'square', 1, 'fast', now(),
                    '[{"english": "x"}]')
                """.formatted(owner.value()));
            statement.execute("""
                INSERT INTO pictures (id, user_id, order_id, number, status, version, avatar_id, avatar_name, photo_keys,
                    prompt, ratio, quality, seed, ordered_at, request_id, status_url, result_url, cancel_url, painted_url,
                    flagged, painted_at, picture_key, thumbnail_key, width, height, bytes, content_type, digest,
                    finished_at, favourite, reading)
                SELECT (lpad(to_hex(%6$d - (%2$d - n) * %3$d::bigint), 12, '0') || '7000' || '8' || substr(md5('%1$s' || n), 1, 15))::uuid,
                    '%1$s', (SELECT id FROM picture_orders WHERE user_id = '%1$s'), n, 'ready', 5,
                    CASE WHEN n %% %4$d > 0 THEN md5('%1$s' || n %% %4$d)::uuid END,
                    CASE WHEN n %% %4$d > 0 THEN 'Mira' END, CASE WHEN n %% %4$d = 0 THEN ARRAY['photo.jpg'] END,
                    (SELECT string_agg(%5$s, ' ') FROM generate_series(1, %7$d) w WHERE n > 0), 'square', 'fast', 1,
                    now(), '%1$s' || n, 's', 'r', 'c', 'p', false, now(), 'k', 't', 1024, 1024, 500000, 'image/jpeg',
                    repeat('0', 64), to_timestamp((%6$d - (%2$d - n) * %3$d::bigint) / 1000.0), random() < 0.1, 'чтение'
                FROM generate_series(1, %2$d) n
                """.formatted(
                            owner.value(),
                            pictures,
                            step,
                            AVATARS,
                            word("(power(random(), 3) * %d)::int".formatted(VOCABULARY)),
                            NEWEST.toEpochMilli(),
                            WORDS));
        }
    }

    /** A word by its place among the frequent ones: letters only, so that nothing is stemmed away. */
    private static String word(String place) {
        return "translate('w' || left(md5(%s::text), 7), '0123456789', 'ghjkqvwxyz')".formatted(place);
    }

    private static String word(UserId owner, Gallery gallery, int place) {
        var words = gallery.page(owner, Filter.ALL, Optional.empty(), 100).stream()
                .map(ready -> ready.heading().recipe().prompt())
                .toList();
        return words.get(place).substring(0, words.get(place).indexOf(' '));
    }

    private static Map<String, Filter> filters(UserId owner, Gallery gallery) {
        var chosen = Optional.of(gallery.figures(owner).avatars().getFirst().avatar());
        var none = Optional.<AvatarId>empty();
        var ever = Optional.<Instant>empty();
        var anything = Optional.<String>empty();
        var month = Optional.of(NEWEST.minusSeconds(30 * 86_400L));
        var frequent = Optional.of("чтение");
        var some = Optional.of(word(owner, gallery, 17));
        var filters = new LinkedHashMap<String, Filter>();
        filters.put("all", Filter.ALL);
        filters.put("an avatar", new Filter(chosen, false, ever, anything));
        filters.put("favourites", new Filter(none, true, ever, anything));
        filters.put("favourites of an avatar", new Filter(chosen, true, ever, anything));
        filters.put("the last 30 days", new Filter(none, false, month, anything));
        filters.put("a word that is in all", new Filter(none, false, ever, frequent));
        filters.put("a word of the vocabulary", new Filter(none, false, ever, some));
        filters.put(
                "two words",
                new Filter(none, false, ever, Optional.of(frequent.orElseThrow() + " " + some.orElseThrow())));
        filters.put("a word that is nowhere", new Filter(none, false, ever, Optional.of("дирижабль")));
        filters.put("all of them at once", new Filter(chosen, true, month, frequent));
        return filters;
    }

    private static void measure(Figures figures, Gallery gallery, UserId owner) {
        filters(owner, gallery).forEach((name, filter) -> {
            measure(
                    figures,
                    name + ": first page",
                    RUNS,
                    () -> page(gallery, owner, filter, Optional.empty()).size());
            oldest(gallery, owner, filter).ifPresent(edge -> {
                measure(
                        figures,
                        "  last page",
                        RUNS,
                        () -> page(gallery, owner, filter, Optional.of(edge)).size());
                measure(
                        figures,
                        "  back from the last page",
                        RUNS,
                        () -> gallery.pageBefore(owner, filter, edge, PAGE).size());
            });
            measure(figures, "  count up to 1,000", FEW_RUNS, () -> gallery.count(owner, filter, 1_000));
        });
        var middle = new PictureId(
                new UUID(NEWEST.minusSeconds(DAYS * 43_200L).toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE));
        measure(
                figures,
                "all: page in the middle",
                RUNS,
                () -> page(gallery, owner, Filter.ALL, Optional.of(middle)).size());
        measure(figures, "  count of all", FEW_RUNS, () -> gallery.count(owner, Filter.ALL, Integer.MAX_VALUE));
        measure(figures, "figures", FEW_RUNS, () -> (int) gallery.figures(owner).pictures());
    }

    private static List<Picture.Ready> page(Gallery gallery, UserId owner, Filter filter, Optional<PictureId> after) {
        return gallery.page(owner, filter, after, PAGE);
    }

    /** The picture before the last page: the last but ten of those the filter lets through. */
    private static Optional<PictureId> oldest(Gallery gallery, UserId owner, Filter filter) {
        var beginning = new PictureId(new UUID(0, 0));
        var last = gallery.pageBefore(owner, filter, beginning, PAGE + 1);
        return last.isEmpty() ? Optional.empty() : Optional.of(last.getFirst().id());
    }

    private static void measure(Figures figures, String name, int runs, IntSupplier work) {
        var times = new ArrayList<Double>();
        var found = 0;
        for (var run = 0; run < runs; run++) {
            var begin = System.nanoTime();
            found = work.getAsInt();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        var sample = Sample.of(times);
        figures.row(name, "%,d".formatted(found), millis(sample.median()), millis(sample.percentile(99)));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
