package app.aisha.core.picture;

import app.aisha.core.Examples;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Prices.Quality;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders and pictures as they may be. */
public final class PictureExamples {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private PictureExamples() {}

    /** Ids of this kind are made one a millisecond. */
    static UUID id() {
        var millis = NOON.toEpochMilli() + NUMBERS.incrementAndGet();
        return new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L | millis);
    }

    private static Examples values(UserId owner, long seed) {
        var random = new Random(seed);
        return new Examples(seed)
                .given(UserId.class, () -> owner)
                .given(OrderId.class, () -> new OrderId(id()))
                .given(PictureId.class, () -> new PictureId(id()))
                .given(MediaKey.class, () -> new MediaKey("users/a/pictures/" + random.nextInt(1_000) + ".jpg"))
                .given(URI.class, () -> URI.create("https://painter.example/" + random.nextInt(1_000)))
                .given(StyleId.class, () -> new StyleId("style-" + random.nextInt(99)))
                .given(PictureOrder.Choice.class, () -> choice(random))
                .given(Wording.class, () -> wording(random))
                .given(OptionalLong.class, () -> number(random))
                .given(
                        OptionalDouble.class,
                        () -> random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(2.5));
    }

    private static PictureOrder.Choice choice(Random random) {
        var made = new Examples(random.nextLong());
        return new PictureOrder.Choice(
                made.of(AspectRatio.class),
                1 + random.nextInt(PictureOrder.Choice.MOST),
                made.of(Quality.class),
                number(random));
    }

    private static OptionalLong number(Random random) {
        return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(Integer.MAX_VALUE));
    }

    private static Wording wording(Random random) {
        return new Wording(
                "{subject} on a \"beach\" " + random.nextInt(99),
                random.nextBoolean() ? Optional.empty() : Optional.of("Пляж — 🎧 " + random.nextInt(99)));
    }

    /** Any order in this state, of version 1. */
    public static <T extends PictureOrder> T order(Class<T> state, UserId owner, long seed) {
        var made = values(owner, seed)
                .given(
                        PictureOrder.Heading.class,
                        () -> orderHeading(owner, values(owner, seed).of(Subject.class), seed));
        return made.of(state);
    }

    private static PictureOrder.Heading orderHeading(UserId owner, Subject subject, long seed) {
        var made = values(owner, seed);
        return new PictureOrder.Heading(
                new OrderId(id()),
                owner,
                subject,
                made.of(PictureOrder.Choice.class),
                made.of(PictureOrder.Origin.class),
                NOON,
                1);
    }

    /** Agreed to, about this in words. */
    public static PictureOrder.Placed placed(UserId owner, Subject subject, Optional<String> reading) {
        return new PictureOrder.Placed(
                orderHeading(owner, subject, 1),
                List.of(new Wording("before", Optional.of("прежде")), new Wording("now", reading)));
    }

    public static Picture.Queued queued(PictureOrder order, int number, String prompt) {
        var seed = NUMBERS.get();
        var made = values(order.owner(), seed);
        var recipe = new Recipe(
                order.heading().subject(),
                prompt,
                made.of(AspectRatio.class),
                made.of(Quality.class),
                new Random(seed).nextInt(Integer.MAX_VALUE));
        var terms = seed % 2 == 0
                ? Optional.<Picture.Terms>empty()
                : Optional.of(new Picture.Terms(new HoldId(id()), new Credits(1 + seed % 9)));
        return new Picture.Queued(
                new Picture.Heading(new PictureId(id()), order.owner(), order.id(), number, recipe, terms, NOON, 1));
    }

    /** The steps from a picture in line to this state, each to be saved. */
    public static List<Picture> path(Class<?> state, Picture.Queued queued, int seed) {
        var path = new ArrayList<Picture>();
        var made = values(queued.owner(), seed);
        if (seed % 3 == 0) {
            queued = add(path, add(path, queued.asking("painter", "{}", NOON)).notTaken());
        }
        var asked = queued.asking("painter", "{\"prompt\": \"a <&>\",  \"seed\":1}", NOON);
        var ticket = ticket();
        var problem = problem(state, made);
        switch (state.getSimpleName()) {
            case "Queued" -> add(path, add(path, asked).notTaken());
            case "Painting" -> add(path, add(path, asked).accepted(ticket, NOON));
            case "Storing" -> storing(path, asked, made);
            case "Ready" -> ready(path, asked, made);
            case "Refused", "Failed" ->
                path.add(
                        seed % 2 == 0
                                ? queued.ended(problem, "why")
                                : add(path, add(path, asked).accepted(ticket, NOON))
                                        .ended(problem, ""));
            case "Cancelled" ->
                path.add(seed % 2 == 0 ? queued.cancelled() : add(path, asked).cancelled());
            default -> throw new IllegalArgumentException("No example of " + state);
        }
        return path;
    }

    private static PictureProblem problem(Class<?> state, Examples made) {
        var problem = made.of(PictureProblem.class);
        return problem.isRefusal() == (state == Picture.Refused.class) ? problem : problem(state, made);
    }

    private static PaintingTicket ticket() {
        var request = id().toString();
        return new PaintingTicket(
                request, URI.create("https://q/s/" + request), URI.create("https://q/r"), URI.create("https://q/c"));
    }

    private static Picture.Storing storing(List<Picture> path, Picture.Painting asked, Examples made) {
        var accepted = add(path, add(path, asked).accepted(ticket(), NOON));
        return add(
                path,
                accepted.painted(
                        accepted.ticket().orElseThrow(), made.of(PaintingReport.Done.class), NOON.plusSeconds(9)));
    }

    private static void ready(List<Picture> path, Picture.Painting asked, Examples made) {
        var ready = add(path, storing(path, asked, made).stored(files(made), NOON.plusSeconds(NUMBERS.get())));
        add(path, add(path, ready.favourite(NUMBERS.get() % 2 == 0)).sent("file-" + NUMBERS.get()));
    }

    static Picture.Ready finished(Picture.Queued queued, List<Picture> path) {
        var asked = queued.asking("painter", "{}", NOON);
        var made = values(queued.owner(), 1);
        return add(path, storing(path, asked, made).stored(files(made), NOON.plusSeconds(NUMBERS.get())));
    }

    /** A picture that was ordered and finished at the moment it was asked for, each of its steps stored. */
    public static Picture.Ready stored(
            Pictures pictures,
            PictureOrders orders,
            Picture.Queued queued,
            Optional<String> reading,
            PictureFiles files) {
        var at = queued.heading().since();
        var recipe = queued.heading().recipe();
        var choice = new PictureOrder.Choice(recipe.ratio(), 1, recipe.quality(), OptionalLong.empty());
        orders.add(new PictureOrder.Placed(
                new PictureOrder.Heading(
                        queued.order(), queued.owner(), recipe.subject(), choice, PictureOrder.Origin.NONE, at, 1),
                List.of(new Wording("{subject} as asked", reading))));
        pictures.add(queued);
        var path = new ArrayList<Picture>();
        var storing = storing(path, queued.asking("painter", "{}", at), values(queued.owner(), 1));
        var ready = add(path, storing.stored(files, at));
        path.forEach(pictures::save);
        return ready;
    }

    private static PictureFiles files(Examples made) {
        return new PictureFiles(
                made.of(MediaKey.class),
                made.of(MediaKey.class),
                new PixelSize(1_024, 768),
                100_000L + NUMBERS.get(),
                "image/jpeg",
                "0123456789abcdef".repeat(4));
    }

    private static <T extends Picture> T add(List<Picture> path, T step) {
        path.add(step);
        return step;
    }
}
