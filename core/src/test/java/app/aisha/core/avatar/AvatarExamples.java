package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.PhotoInspector.Face;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import app.aisha.core.avatar.TrainingPlan.Terms;
import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.ResultFile;
import app.aisha.core.avatar.TrainingReport.Steps;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.QuoteId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Avatars and photos as they may be. */
public final class AvatarExamples {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    /** A trainer and a generator that nobody has. */
    public static final TrainerBackend BACKEND =
            new TrainerBackend("fal-ai/trainer", "fal-ai/generator", TrainerBackend.Dialect.PORTRAIT);

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private AvatarExamples() {}

    /** Rules with one recipe for every type and preset. */
    public static AvatarRules rules(int most, AvatarRules.SetSize set, TrainerBackend backend) {
        var recipe = new TrainingRecipe(backend, 1_000, 0.0002, true, true, false, false);
        return new AvatarRules(
                most, each(TrainingType.values(), set), each(TrainingType.values(), each(Quality.values(), recipe)));
    }

    private static <K, V> Map<K, V> each(K[] keys, V value) {
        return Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), _ -> value));
    }

    public static Avatar.Draft draft(UserId owner, String name) {
        return draft(owner, name, oneOf(new Random(NUMBERS.get()), TrainingType.values()));
    }

    public static Avatar.Draft draft(UserId owner, String name, TrainingType type) {
        var number = NUMBERS.incrementAndGet();
        var heading = new Avatar.Heading(
                new AvatarId(new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number)),
                owner,
                name,
                type,
                oneOf(new Random(number), Gender.values()),
                0,
                Optional.empty(),
                false,
                NOON,
                1);
        return new Avatar.Draft(heading, Optional.empty(), 0);
    }

    /** The steps from a draft to this state, each to be saved; half of what may be missing is. */
    public static List<Avatar> path(Class<?> state, Avatar.Draft draft, int seed) {
        var random = new Random(seed);
        var path = new ArrayList<Avatar>();
        var queued = add(path, draft.queued(plan(random)));
        var training = queued.asking(ScriptedTrainer.ARCHIVE, asked(random));
        switch (state.getSimpleName()) {
            case "Draft" -> {
                path.clear();
                path.add(draft.offered(offer(random)));
            }
            case "Queued" -> path.add(queued.handedOver(ScriptedTrainer.ARCHIVE));
            case "Training" -> path.add(add(path, training).seen(progress(random)));
            case "Storing" -> path.add(trained(path, training, random));
            case "Ready" -> path.add(add(path, trained(path, training, random)).stored(model(random), NOON));
            case "Failed" ->
                path.add(accepted(path, training).failed(oneOf(random, TrainingProblem.values()), "why: <&>"));
            case "Cancelled" -> path.add(queued.cancelled());
            default -> throw new IllegalArgumentException("No example of " + state);
        }
        return path;
    }

    private static <T extends Avatar> T add(List<Avatar> path, T step) {
        path.add(step);
        return step;
    }

    private static Avatar.Training accepted(List<Avatar> path, Avatar.Training training) {
        var ticket = ScriptedTrainer.ticket("req-" + NUMBERS.incrementAndGet());
        return add(path, add(path, training).accepted(ticket, NOON));
    }

    private static Avatar.Storing trained(List<Avatar> path, Avatar.Training training, Random random) {
        var accepted = accepted(path, training);
        return accepted.trained(accepted.ticket().orElseThrow(), done(random), NOON);
    }

    public static TrainingPlan plan(Random random) {
        var recipe = new TrainingRecipe(
                new TrainerBackend(
                        "fal-ai/some-trainer", "fal-ai/some-generator", oneOf(random, TrainerBackend.Dialect.values())),
                1 + random.nextInt(9_999),
                random.nextBoolean() ? 0.0002 : 0,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
        var terms = new Terms(new HoldId(new UUID(random.nextLong(), random.nextLong())), new Credits(1));
        return new TrainingPlan(
                oneOf(random, Quality.values()),
                recipe,
                "TOKabc" + random.nextInt(100),
                1 + random.nextInt(9),
                maybe(random, terms),
                NOON.minusSeconds(random.nextInt(10_000)));
    }

    private static TrainingOffer offer(Random random) {
        return new TrainingOffer(
                oneOf(random, Quality.values()),
                maybe(random, new QuoteId(new UUID(random.nextLong(), random.nextLong()))));
    }

    private static TrainingRequest.Asked asked(Random random) {
        return new TrainingRequest.Asked(
                "{\"steps\": 1000}", maybe(random, URI.create("https://bot.example/fal/x/1")), NOON);
    }

    public static TrainingProgress progress(Random random) {
        return new TrainingProgress(
                random.nextBoolean() ? OptionalLong.of(random.nextInt(9)) : OptionalLong.empty(),
                maybe(random, new Steps(400, 1_000)),
                random.nextBoolean()
                        ? List.of(new LogLine("10:00", "Training: 40%|####"), new LogLine("", "<&> done"))
                        : List.of(),
                maybe(random, NOON));
    }

    public static TrainingReport.Done done(Random random) {
        return new TrainingReport.Done(
                new ResultFile(ScriptedTrainer.LORA, random.nextBoolean() ? OptionalLong.of(9) : OptionalLong.empty()),
                new ResultFile(
                        ScriptedTrainer.CONFIG, random.nextBoolean() ? OptionalLong.of(9) : OptionalLong.empty()),
                "{\"config_file\": {}}",
                random.nextBoolean() ? List.of(new LogLine("10:00", "done")) : List.of(),
                random.nextBoolean() ? OptionalDouble.of(61.5) : OptionalDouble.empty(),
                maybe(random, "1000"));
    }

    private static AvatarModel model(Random random) {
        return new AvatarModel(
                new MediaKey("users/a/avatars/b/model/lora.safetensors"),
                new MediaKey("users/a/avatars/b/model/config.json"),
                "0123456789abcdef".repeat(4),
                89_745_224,
                random.nextBoolean() ? OptionalInt.of(16) : OptionalInt.empty(),
                ScriptedTrainer.LORA,
                ScriptedTrainer.CONFIG);
    }

    /** A photo nobody has looked at. */
    public static AvatarPhoto.Pending photo(Avatar avatar, int order) {
        var number = NUMBERS.incrementAndGet();
        return new AvatarPhoto.Pending(new AvatarPhoto.Heading(
                new PhotoId(new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number)),
                avatar.id(),
                avatar.owner(),
                "file-" + number,
                number,
                7,
                order));
    }

    /** A look like no other. */
    public static PhotoLook look(int number) {
        var scattered = number * 0x9E37_79B9_7F4A_7C15L;
        return new PhotoLook(
                1_024,
                768,
                100_000,
                "digest-" + number,
                new PictureHash(scattered, ~scattered),
                100 + number,
                40,
                200,
                number % 7 == 0
                        ? Optional.empty()
                        : Optional.of(List.of(new Face(0.1 * (number % 5), 0.2, 0.2, 0.1 + 0.1 * (number % 4)))));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
