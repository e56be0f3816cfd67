package app.aisha.core.avatar;

/** What an avatar is of. */
public enum TrainingType {
    /** A person. */
    PORTRAIT,
    /** A way of painting or photographing. */
    STYLE,
    /** A thing, an animal, a place. */
    OBJECT
}
