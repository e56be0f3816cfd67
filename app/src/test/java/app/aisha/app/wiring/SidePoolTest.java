package app.aisha.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SidePoolTest {

    @Test
    void whatTheServerRefusesIsNotRepeatedInTheException() throws Exception {
        try (var server = EmbeddedPostgres.start(Path.of("target", "side-pool"), _ -> {})) {
            var source = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
            source.setConnectionProperties(SidePool.driverProperties(Duration.ofSeconds(30)));
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TEMPORARY TABLE said (words text CHECK (length(words) < 5))");
                try (var insert = connection.prepareStatement("INSERT INTO said VALUES (?)")) {
                    insert.setString(1, "my diagnosis");

                    isSilent(insert::execute);
                    isSilent(() -> batch(insert));
                }
            }
        }
    }

    private static void batch(PreparedStatement insert) throws SQLException {
        insert.addBatch();
        insert.addBatch();
        insert.executeBatch();
    }

    private static void isSilent(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("said_words_check")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("diagnosis"));
    }
}
