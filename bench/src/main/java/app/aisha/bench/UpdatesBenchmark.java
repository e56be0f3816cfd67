package app.aisha.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many updates a second go through menu and history. */
final class UpdatesBenchmark implements Benchmark {

    private static final int PEOPLE = 250;
    private static final int EACH = 20;
    private static final int UPDATES = PEOPLE * EACH;
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "updates";
    }

    @Override
    public String purpose() {
        return "updates a second through /menu and /transcripts";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%,d updates of %d people, /menu and /transcripts (12 entries) in turn, all waiting at the start; median of %d runs after one that does not count"
                        .formatted(UPDATES, PEOPLE, RUNS),
                "",
                "per second",
                "runs",
                "of the echo bot");
        double echo;
        try (var bot = EchoBot.start()) {
            echo = add(figures, "bot that only echoes, no database (polling)", measure(bot, () -> {}), 0);
        }
        for (var way : AishaBot.Way.values()) {
            try (var bot = AishaBot.start(way)) {
                add(figures, "Aisha, " + way.name().toLowerCase(Locale.ROOT), measure(bot, bot::fillHistories), echo);
                if (way == AishaBot.Way.WEBHOOK) {
                    figures.row(
                            "bare commits of one row, 1 connection",
                            whole(Commits.perSecond(bot::connect, 1)),
                            "1",
                            "");
                    figures.row(
                            "bare commits of one row, 20 connections",
                            whole(Commits.perSecond(bot::connect, 20)),
                            "1",
                            "");
                }
            }
        }
        return figures;
    }

    private static double add(Figures figures, String name, Sample sample, double echo) {
        var runs = new ArrayList<String>();
        for (var value : sample.sorted()) {
            runs.add(whole(value));
        }
        var ratio = echo == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * sample.median() / echo);
        figures.row(name, whole(sample.median()), String.join(" ", runs), ratio);
        return sample.median();
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** What is done once people are known to the bot. */
    private interface Preparation {
        void run() throws Exception;
    }

    private static Sample measure(Bot bot, Preparation preparation) throws Exception {
        perSecond(bot, preparation);
        var values = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            values.add(perSecond(bot, preparation));
        }
        return Sample.of(values);
    }

    private static double perSecond(Bot bot, Preparation preparation) throws Exception {
        var crowd = bot.crowd();
        var people = crowd.join(PEOPLE);
        var before = bot.handled();
        for (var person : people) {
            crowd.write(person, "/start");
        }
        bot.awaitHandled(before + PEOPLE);
        preparation.run();
        line(crowd, people);
        crowd.forgetCalls();
        var start = System.nanoTime();
        for (var person : people) {
            crowd.letGo(person);
        }
        bot.awaitHandled(before + PEOPLE + UPDATES);
        var seconds = (System.nanoTime() - start) / 1e9;
        var answers = crowd.calls("sendMessage").count();
        if (answers != UPDATES) {
            throw new IllegalStateException("%d updates got %d answers".formatted(UPDATES, answers));
        }
        return UPDATES / seconds;
    }

    /** Everybody writes; nothing reaches the bot yet. */
    private static void line(Crowd crowd, List<Long> people) throws IOException, InterruptedException {
        for (var person : people) {
            crowd.holdBack(person);
            for (var i = 0; i < EACH; i++) {
                crowd.write(person, i % 2 == 0 ? "/menu" : "/transcripts");
            }
        }
    }
}
