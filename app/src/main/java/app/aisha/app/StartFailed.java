package app.aisha.app;

import org.jspecify.annotations.Nullable;

/** Something the program needs did not come up; the message is one line for the person at the console. */
public final class StartFailed extends Exception {

    public StartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
