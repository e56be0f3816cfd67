package app.aisha.simulators.openai;

/**
 * A word and when it is said.
 *
 * @param start seconds
 * @param end seconds
 * @param voice whose word it is; empty where that is not known
 */
record Word(String text, double start, double end, String voice) {
    /** How far, in seconds, a word may stick out of a stretch and still be understood. */
    private static final double TOLERANCE = 0.03;

    Word(String text, double start, double end) {
        this(text, start, end, "");
    }

    boolean within(double from, double to) {
        return start >= from - TOLERANCE && end <= to + TOLERANCE;
    }

    boolean touches(double from, double to) {
        return Math.min(end, to) - Math.max(start, from) > Math.min(TOLERANCE, (end - start) / 2);
    }

    /** What a recogniser makes of a word cut at an edge: half of its letters, nothing of a single letter. */
    Word fragment(double from, double to) {
        int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        boolean beginningHeard = start >= from - TOLERANCE;
        return new Word(
                beginningHeard ? text.substring(0, half) : text.substring(text.length() - half),
                Math.max(start, from),
                Math.min(end, to),
                voice);
    }

    Word shifted(double seconds) {
        return new Word(text, start + seconds, end + seconds, voice);
    }
}
