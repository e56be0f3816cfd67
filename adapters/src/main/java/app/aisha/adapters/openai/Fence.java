package app.aisha.adapters.openai;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Two marks between which data stand. What is inside cannot write the closing one, because nobody knows it before the call,
 * and cannot begin a line, because every piece is made one line.
 */
record Fence(String mark) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    /** Another one for each call. */
    static Fence unguessable() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Fence(HexFormat.of().formatHex(bytes));
    }

    String opening(String what) {
        return "<%s-%s>".formatted(what, mark);
    }

    String closing(String what) {
        return "</%s-%s>".formatted(what, mark);
    }

    /** These lines, and nothing that is not one of them. */
    String around(String what, List<String> lines) {
        var fenced = new StringBuilder(opening(what)).append('\n');
        lines.forEach(line -> fenced.append(oneLine(line)).append('\n'));
        return fenced.append(closing(what)).toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }
}
