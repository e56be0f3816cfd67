package app.aisha.adapters.postgres;

import app.aisha.core.work.StorageUnavailable;
import app.aisha.core.work.Transactions;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as the adapters of this package see it: one transaction per thread, joined by jOOQ and by anything else that
 * uses {@link #joined()}. Troubles of the connection surface as {@link StorageUnavailable}. Thread-safe.
 */
public final class PostgresDatabase implements Transactions {

    private static final int TRIES = 3;

    private final TransactionTemplate template;
    private final DataSource joined;
    private final DSLContext dsl;

    public PostgresDatabase(DataSource pool) {
        this.template = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.joined = new TransactionAwareDataSourceProxy(pool);
        this.dsl = DSL.using(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new DataSourceConnectionProvider(joined))
                .set(new Settings().withExecuteWithOptimisticLocking(true).withRenderSchema(false))
                .set(new Troubles()));
    }

    /** Connections that take part in the caller's transaction. */
    public DataSource joined() {
        return joined;
    }

    DSLContext dsl() {
        return dsl;
    }

    /** Runs once the caller's transaction committed; at once where there is none. */
    public static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /** Repeats what PostgreSQL gave up for the sake of another transaction; the work must not do anything but database. */
    @Override
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (var tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (DataAccessException e) {
                if (tries == TRIES || !e.sqlState().matches("40001|40P01")) {
                    throw e;
                }
            }
        }
    }

    @SuppressWarnings("NullAway") // the template returns what the work returned
    private <T> T once(Supplier<T> work) {
        try {
            return template.execute(_ -> work.get());
        } catch (TransactionException e) {
            throw new StorageUnavailable("The database gave no transaction", e);
        } catch (org.springframework.dao.DataAccessException e) {
            throw new StorageUnavailable("The database did not take the commit", e);
        }
    }

    /** Tells troubles of the connection from errors of ours. */
    private static final class Troubles implements ExecuteListener {

        @Override
        public void exception(ExecuteContext context) {
            var cause = context.sqlException();
            var exception = context.exception();
            if (exception != null && (isOutage(cause) || lacksConnection(exception))) {
                context.exception(new StorageUnavailable("The database does not answer", exception));
            }
        }

        private static boolean lacksConnection(RuntimeException exception) {
            var cause = exception.getCause();
            return cause instanceof CannotGetJdbcConnectionException
                    || (cause instanceof SQLException inner && isOutage(inner));
        }

        /**
         * Classes 08 (connection), 53 (resources), 57P (shutdown) and 58 (system) of PostgreSQL's appendix A, and 25P03: the
         * transaction of a program that stood still was ended.
         */
        private static boolean isOutage(@Nullable SQLException e) {
            return e instanceof SQLTransientConnectionException
                    || (e != null && e.getSQLState() != null && e.getSQLState().matches("08.*|53.*|57P.*|58.*|25P03"));
        }
    }
}
