package app.aisha.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Kills the process right before or right after the commit of this number; counts them where it kills nobody. */
final class CrashPoint implements MortalPool.Watch {

    /** As {@code kill -9} would: 128 + 9. */
    static final int KILLED = 137;

    /** On which side of a commit the process dies. */
    enum Side {
        BEFORE,
        AFTER
    }

    /** Which commits count. */
    enum Scope {
        /** Those that write to the ledger. */
        MONEY,
        ALL
    }

    private static final String WRITES_TO_THE_LEDGER =
            "SELECT EXISTS (SELECT 1 FROM ledger_transactions WHERE xmin = pg_current_xact_id_if_assigned()::xid)";

    private final Scope scope;
    private final int fatal;
    private final Side side;
    private int seen;
    private boolean counted;

    CrashPoint(Scope scope, int fatal, Side side) {
        this.scope = scope;
        this.fatal = fatal;
        this.side = side;
    }

    /** Watches only. */
    static CrashPoint none(Scope scope) {
        return new CrashPoint(scope, 0, Side.BEFORE);
    }

    @Override
    public synchronized void before(Connection connection) throws SQLException {
        counted = scope == Scope.ALL || writesToTheLedger(connection);
        if (counted) {
            seen++;
            die(Side.BEFORE);
        }
    }

    @Override
    public synchronized void after() {
        if (counted) {
            die(Side.AFTER);
        }
    }

    private void die(Side now) {
        if (seen == fatal && side == now) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static boolean writesToTheLedger(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(WRITES_TO_THE_LEDGER)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    synchronized int seen() {
        return seen;
    }
}
