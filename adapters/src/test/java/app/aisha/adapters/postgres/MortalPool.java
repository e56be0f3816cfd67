package app.aisha.adapters.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections whose commits are watched: each is a moment at which a process can die. */
final class MortalPool extends DelegatingDataSource {

    /** What happens around a commit. */
    interface Watch {

        void before(Connection connection) throws SQLException;

        void after();
    }

    private final Watch watch;

    MortalPool(DataSource pool, Watch watch) {
        super(pool);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        InvocationHandler watched = (_, method, arguments) -> {
            var commits = method.getName().equals("commit");
            if (commits) {
                watch.before(connection);
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (commits) {
                    watch.after();
                }
            }
        };
        return (Connection)
                Proxy.newProxyInstance(MortalPool.class.getClassLoader(), new Class<?>[] {Connection.class}, watched);
    }
}
