package app.aisha.adapters.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL did not start; the message is one line that tells the person at the console what to do. */
public final class PostgresNotStarted extends Exception {

    PostgresNotStarted(String message) {
        this(message, null);
    }

    PostgresNotStarted(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
