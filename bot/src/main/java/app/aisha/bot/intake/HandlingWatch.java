package app.aisha.bot.intake;

import java.util.function.BooleanSupplier;

/** Stands around the handling of each update. Thread-safe; it throws nothing of its own and takes no time. */
@FunctionalInterface
public interface HandlingWatch {

    /** Sees nothing. */
    HandlingWatch NONE = (_, handling) -> handling.getAsBoolean();

    /** Has the update handled, once and on this thread, and answers what that answered: whether the update is done. */
    boolean around(Reading.Understood update, BooleanSupplier handling);
}
