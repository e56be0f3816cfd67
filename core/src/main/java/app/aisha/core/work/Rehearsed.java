package app.aisha.core.work;

/** Ends a transaction that was only to show what it would do. */
final class Rehearsed extends RuntimeException {

    Rehearsed() {
        super("Rehearsed", null, false, false);
    }
}
