package app.aisha.bench;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.wallet.Wallets.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How many holds a second the ledger takes, beside what the database can commit at all. */
final class HoldsBenchmark implements Benchmark {

    private static final List<Integer> THREADS = List.of(8, 32);
    private static final int ACCOUNTS = 10_000;
    private static final int RUNS = 5;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    /** One thing that is done again and again. */
    private interface Deed {
        void of(UserId person);
    }

    @Override
    public String name() {
        return "holds";
    }

    @Override
    public String purpose() {
        return "holds and charges a second, on one account and on many";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "%d runs of %d s after one that does not count; so many virtual threads over as many connections; PostgreSQL with fsync on; a pair is a hold and its charge, two commits"
                        .formatted(RUNS, TimeUnit.NANOSECONDS.toSeconds(NANOS)),
                "",
                "per second",
                "min",
                "max",
                "of bare commits");
        try (var bank = Bank.open()) {
            var people = bank.people(ACCOUNTS);
            for (var threads : THREADS) {
                measure(figures, bank, people, threads);
            }
        }
        return figures;
    }

    private static void measure(Figures figures, Bank bank, List<UserId> people, int threads) throws Exception {
        var bare = add(
                figures,
                "bare commits of one row, %d connections".formatted(threads),
                sample(() -> Commits.perSecond(bank::connect, threads)),
                0);
        try (var counter = bank.counter(threads)) {
            var wallets = counter.wallets();
            for (var payers : List.of(people.subList(0, 1), people)) {
                var where = payers.size() == 1 ? "one account" : "%,d accounts".formatted(payers.size());
                var name = "%s, " + where + ", %d threads";
                add(
                        figures,
                        name.formatted("holds", threads),
                        sample(() -> perSecond(payers, threads, person -> hold(bank, wallets, person))),
                        bare);
                add(
                        figures,
                        name.formatted("pairs", threads),
                        sample(() -> perSecond(payers, threads, person -> pair(bank, wallets, person))),
                        bare);
            }
        }
    }

    private static void hold(Bank bank, Wallets wallets, UserId person) {
        if (!(wallets.hold(bank.hold(person)) instanceof Holding.Held)) {
            throw new IllegalStateException("A hold was refused");
        }
    }

    private static void pair(Bank bank, Wallets wallets, UserId person) {
        var hold = bank.hold(person);
        wallets.hold(hold);
        wallets.settle(hold.id(), new Ending.Capture(hold.amount()));
    }

    private static double add(Figures figures, String name, Sample sample, double bare) {
        figures.row(
                name,
                whole(sample.median()),
                whole(sample.sorted().getFirst()),
                whole(sample.sorted().getLast()),
                bare == 0 ? "" : String.format(Locale.ROOT, "%.2f", sample.median() / bare));
        return sample.median();
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static Sample sample(Callable<Double> run) throws Exception {
        run.call();
        var values = new ArrayList<Double>();
        for (var i = 0; i < RUNS; i++) {
            values.add(run.call());
        }
        return Sample.of(values);
    }

    private static double perSecond(List<UserId> people, int threads, Deed deed) throws Exception {
        var begin = System.nanoTime();
        var work = new ArrayList<Callable<Long>>();
        for (var i = 0; i < threads; i++) {
            work.add(() -> {
                var count = 0L;
                while (System.nanoTime() - begin < NANOS) {
                    deed.of(people.get(ThreadLocalRandom.current().nextInt(people.size())));
                    count++;
                }
                return count;
            });
        }
        var sum = 0L;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : hands.invokeAll(work)) {
                sum += done.get();
            }
        }
        return sum / ((System.nanoTime() - begin) / 1e9);
    }
}
