package app.aisha.bench;

import java.util.List;

/** Runs the benchmark that is named, or lists them. */
public final class Bench {

    private static final int BAD_USAGE = 2;
    private static final List<Benchmark> ALL = List.of(
            new UpdatesBenchmark(),
            new TapsBenchmark(),
            new StartBenchmark(),
            new RefusalsBenchmark(),
            new HoldsBenchmark(),
            new SearchBenchmark(),
            new AvatarsBenchmark(),
            new GalleryBenchmark(),
            new ListeningBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var chosen = ALL.stream()
                .filter(benchmark -> List.of(arguments).equals(List.of(benchmark.name())))
                .findFirst();
        if (chosen.isPresent()) {
            System.out.println("Machine: " + Machine.description());
            chosen.get().run().print(System.out);
            System.exit(0);
        }
        ALL.forEach(benchmark -> System.out.printf("./aisha bench %-8s %s%n", benchmark.name(), benchmark.purpose()));
        System.exit(arguments.length == 0 ? 0 : BAD_USAGE);
    }
}
