package app.aisha.bench;

/** A program that measures. Takes minutes and wants the machine for itself. */
interface Benchmark {

    /** How the command line calls it. */
    String name();

    /** What it measures, in a few words. */
    String purpose();

    Figures run() throws Exception;
}
