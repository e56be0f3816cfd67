package app.aisha.core.work;

/** What became of a request to forget, made to a service that has a copy. */
public enum Removal {
    /** The copy is gone, now or before. */
    DONE,
    /** The service does not remove it for us; asking again changes nothing. */
    REFUSED
}
