package app.aisha.core.transcript;

/** What of the sound is listened to at once. */
public enum Track {
    /** All channels together. */
    ALL,
    /** The left channel of a recording that has one voice on each side, as calls have. */
    LEFT,
    /** The right one. */
    RIGHT
}
