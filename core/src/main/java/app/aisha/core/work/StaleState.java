package app.aisha.core.work;

/** Somebody else changed the object since it was read; what the caller wanted to save is not saved. */
public final class StaleState extends RuntimeException {

    public StaleState(String what) {
        super(what + " was changed by another worker");
    }
}
