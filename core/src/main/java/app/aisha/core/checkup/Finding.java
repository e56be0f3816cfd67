package app.aisha.core.checkup;

/**
 * One thing that was looked at.
 *
 * @param sentence what was seen, in one line of English
 * @param remedy what to do about it; blank where nothing is to be done
 */
public record Finding(Level level, String subject, String sentence, String remedy) {

    /** How bad it is. */
    public enum Level {
        OK,
        /** She runs, but not as well as she could. */
        WARN,
        /** She does not start, or people get no answers. */
        FAIL
    }

    public Finding {
        if (level != Level.OK && remedy.isBlank()) {
            throw new IllegalArgumentException("A finding that is not fine says how to mend it: " + sentence);
        }
    }

    public static Finding fine(String subject, String sentence) {
        return new Finding(Level.OK, subject, sentence, "");
    }

    public static Finding doubtful(String subject, String sentence, String remedy) {
        return new Finding(Level.WARN, subject, sentence, remedy);
    }

    public static Finding wrong(String subject, String sentence, String remedy) {
        return new Finding(Level.FAIL, subject, sentence, remedy);
    }
}
