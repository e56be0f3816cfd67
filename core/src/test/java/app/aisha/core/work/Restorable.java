package app.aisha.core.work;

/** A twin whose content can be put back when a transaction fails. */
@FunctionalInterface
public interface Restorable {

    /** What puts the present content back. */
    Runnable snapshot();
}
