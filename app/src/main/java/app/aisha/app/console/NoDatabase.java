package app.aisha.app.console;

import org.jspecify.annotations.Nullable;

/** A command has no database to work on; the message is one line for the person at the console. */
public final class NoDatabase extends Exception {

    NoDatabase(String message) {
        this(message, null);
    }

    NoDatabase(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
