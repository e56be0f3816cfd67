package app.aisha.core.digest;

/** What a person wants to have made of a transcript. */
public sealed interface Request {

    /** The points that matter. */
    record Summary() implements Request {}

    /** Who has to do what, by when. */
    record ToDo() implements Request {}

    /** The minutes of a meeting. */
    record Protocol() implements Request {}

    /**
     * A question about this one transcript.
     *
     * @param words unescaped, at most {@value #LONGEST} characters
     */
    record Question(String words) implements Request {

        public static final int LONGEST = 1_000;
    }
}
