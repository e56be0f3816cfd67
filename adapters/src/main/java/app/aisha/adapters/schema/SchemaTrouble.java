package app.aisha.adapters.schema;

import java.sql.SQLException;

/** The database could not be asked or changed; the message is one line without addresses, passwords or rows. */
public final class SchemaTrouble extends Exception {

    SchemaTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    SchemaTrouble(String message) {
        super(message);
    }

    static SchemaTrouble of(Throwable cause) {
        return new SchemaTrouble(saidBy(cause), cause);
    }

    /**
     * What the server said, without the detail, which quotes rows. Other exceptions may quote the address and are only named.
     */
    static String saidBy(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return String.valueOf(said.getMessage()).lines().findFirst().orElse("") + " (" + said.getSQLState()
                        + ")";
            }
        }
        return "The database could not be asked: " + problem.getClass().getSimpleName();
    }
}
