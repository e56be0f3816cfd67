package app.aisha.core.work;

/**
 * Whether a service is known to do nothing for anybody at present, so that nobody's credits are set aside for it. Asks nobody,
 * takes no time and may be looked at in a transaction. Thread-safe.
 */
@FunctionalInterface
public interface Circuit {

    /** False where work may begin: also when it is time to find out by some work whether the trouble is over. */
    boolean isOpen();
}
