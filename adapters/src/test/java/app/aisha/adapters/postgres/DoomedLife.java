package app.aisha.adapters.postgres;

import java.nio.file.Path;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Lives a {@link MoneyLife} in a process of its own and dies at a commit. */
final class DoomedLife {

    private DoomedLife() {}

    /** Takes address, user and password of the database, a folder, scope, number and side of the commit. */
    public static void main(String[] arguments) throws Exception {
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        var death = new CrashPoint(
                CrashPoint.Scope.valueOf(arguments[4]),
                Integer.parseInt(arguments[5]),
                CrashPoint.Side.valueOf(arguments[6]));
        new MoneyLife(new MortalPool(database, death), database, Path.of(arguments[3])).live();
    }
}
