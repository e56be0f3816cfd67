package app.aisha.bench;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.wire.Actions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How long a person waits after a tap, at a rate that does not wait for the answers. */
final class TapsBenchmark implements Benchmark {

    private static final int PEOPLE = 200;
    private static final int PER_SECOND = 200;
    private static final int TAPS = 4_000;
    /** Even for each person, so that the first tap that counts opens another screen than the last one before. */
    private static final int WARM_UP = 1_200;

    private static final int RUNS = 3;
    private static final Actions ACTIONS = new Actions(List.of(MenuAction.class, TranscriptAction.class));

    /** One tap; due is when it had to be made, whether or not the machine managed. */
    private record Tap(long person, Instant due, String query) {}

    /** Milliseconds from tap to answer and to new screen, and what never came. */
    private record Waits(List<Double> answers, List<Double> screens, int missing) {}

    @Override
    public String name() {
        return "taps";
    }

    @Override
    public String purpose() {
        return "from a tap to its answer and to the new screen, p50 and p99 at 200 taps a second";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%d taps a second of %d people on menu and history (12 entries) in turn, %,d taps a run, open loop, polling; %d runs after one that does not count; milliseconds"
                        .formatted(PER_SECOND, PEOPLE, TAPS, RUNS),
                "",
                "answer p50",
                "answer p99",
                "screen p50",
                "screen p99",
                "missing");
        try (var bot = EchoBot.start()) {
            measure(figures, "bot that only echoes", bot, greet(bot));
        }
        try (var bot = AishaBot.start(AishaBot.Way.POLLING)) {
            var screens = greet(bot);
            bot.fillHistories();
            measure(figures, "Aisha", bot, screens);
        }
        return figures;
    }

    /** The message each person taps on. */
    private static Map<Long, Long> greet(Bot bot) throws Exception {
        var crowd = bot.crowd();
        var people = crowd.join(PEOPLE);
        for (var person : people) {
            crowd.write(person, "/start");
        }
        bot.awaitHandled(PEOPLE);
        var screens = new HashMap<Long, Long>();
        for (var person : people) {
            screens.put(person, crowd.latestOfBot(person));
        }
        return screens;
    }

    private static void measure(Figures figures, String name, Bot bot, Map<Long, Long> screens) throws Exception {
        tap(bot, screens, WARM_UP);
        for (var run = 1; run <= RUNS; run++) {
            var waits = tap(bot, screens, TAPS);
            var answers = Sample.of(waits.answers());
            var shown = Sample.of(waits.screens());
            figures.row(
                    "%s, run %d".formatted(name, run),
                    millis(answers.percentile(50)),
                    millis(answers.percentile(99)),
                    millis(shown.percentile(50)),
                    millis(shown.percentile(99)),
                    Integer.toString(waits.missing()));
        }
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Waits tap(Bot bot, Map<Long, Long> screens, int count) throws Exception {
        var before = bot.handled();
        bot.crowd().forgetCalls();
        var people = List.copyOf(screens.keySet());
        var taps = new ArrayList<Tap>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var pressed = new ArrayList<Callable<Tap>>();
            var start = Instant.now().plusMillis(200);
            for (var i = 0; i < count; i++) {
                var person = people.get(i % PEOPLE);
                var data = ACTIONS.pack(
                        i / PEOPLE % 2 == 0 ? TranscriptAction.History.first() : new MenuAction.OpenMenu());
                var due = start.plusNanos(i * 1_000_000_000L / PER_SECOND);
                pressed.add(() -> {
                    waitUntil(due);
                    return new Tap(person, due, bot.crowd().press(person, screens.getOrDefault(person, 0L), data));
                });
            }
            for (var tap : hands.invokeAll(pressed)) {
                taps.add(tap.get());
            }
        }
        bot.awaitHandled(before + count);
        return waits(bot.crowd(), taps);
    }

    private static void waitUntil(Instant due) {
        for (var left = left(due); left > 0; left = left(due)) {
            LockSupport.parkNanos(left);
        }
    }

    private static long left(Instant due) {
        return Duration.between(Instant.now(), due).toNanos();
    }

    /** The edits of a chat come in the order of its taps. */
    private static Waits waits(Crowd crowd, List<Tap> taps) throws Exception {
        var answered = new HashMap<String, Instant>();
        crowd.calls("answerCallbackQuery")
                .forEach(call -> answered.putIfAbsent(
                        call.parameters().path("callback_query_id").asString(), call.at()));
        var edited = new HashMap<Long, Queue<Instant>>();
        crowd.calls("editMessageText")
                .forEach(call -> edited.computeIfAbsent(call.chat(), _ -> new ArrayDeque<>())
                        .add(call.at()));
        var waits = new Waits(new ArrayList<>(), new ArrayList<>(), 0);
        for (var tap : taps) {
            add(waits.answers(), tap, answered.get(tap.query()));
            add(
                    waits.screens(),
                    tap,
                    edited.getOrDefault(tap.person(), new ArrayDeque<>()).poll());
        }
        var missing = 2 * taps.size() - waits.answers().size() - waits.screens().size();
        return new Waits(waits.answers(), waits.screens(), missing);
    }

    private static void add(List<Double> waits, Tap tap, @Nullable Instant end) {
        if (end != null) {
            waits.add(Duration.between(tap.due(), end).toNanos() / 1e6);
        }
    }
}
