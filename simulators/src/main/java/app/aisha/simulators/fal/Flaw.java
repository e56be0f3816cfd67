package app.aisha.simulators.fal;

/** What is wrong with pictures of a generation that succeeds. */
public enum Flaw {
    NONE,
    /** Found unfit: black and flagged by generators, refused as {@code content_policy_violation} by editors. */
    FLAGGED,
    /** Black all over, without a flag. */
    BLACK,
    /** Half the width and height asked for. */
    WRONG_SIZE,
    /** A page of HTML under the name and type of a picture. */
    PAGE,
    /** The first half of the file. */
    TRUNCATED,
    /** At an address outside the service. */
    ELSEWHERE,
    /** There are none. */
    MISSING
}
