package app.aisha.core.account;

/** What becomes of the photos of an avatar once it is trained. */
public enum PhotoRetention {
    KEEP,
    DELETE_AT_ONCE,
    DELETE_AFTER_7_DAYS
}
