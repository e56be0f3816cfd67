package app.aisha.app.console;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Where a command writes: answers to one side, what went wrong to the other. One fact a line; what people wrote cannot steer
 * the terminal.
 */
public record Terminal(PrintWriter out, PrintWriter err) {

    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    static final int DONE = 0;
    static final int FAILED = 1;

    void say(String fact) {
        out.println(plain(fact));
    }

    /** Says what went wrong; answers the exit code. */
    int fail(String problem) {
        err.println(plain(problem));
        return FAILED;
    }

    private static String plain(String fact) {
        return STEERING.matcher(fact).replaceAll(" ");
    }
}
