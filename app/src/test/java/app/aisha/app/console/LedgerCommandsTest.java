package app.aisha.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.postgres.Migrations;
import app.aisha.app.settings.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

class LedgerCommandsTest {

    private static final Path DATA =
            Path.of("target", "console", UUID.randomUUID().toString());

    private final StringWriter out = new StringWriter();

    @Test
    void whatIsWrongIsListedAndEndsWithOne() throws Exception {
        try (var server = EmbeddedPostgres.start(DATA.resolve("postgres"), _ -> {})) {
            var source = new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
            Migrations.apply(source);
            var client = JdbcClient.create(source);

            assertThat(ledger("check")).isZero();
            assertThat(ledger("check", "--whole")).isZero();
            assertThat(out.toString().lines())
                    .containsOnly("The ledger is in order")
                    .hasSize(2);

            var wallet = UUID.randomUUID();
            client.sql("INSERT INTO wallets (id, free) VALUES (?, 5)")
                    .param(wallet)
                    .update();
            assertThat(ledger("check")).isZero();
            assertThat(ledger("check", "--whole")).isEqualTo(1);
            assertThat(out.toString().lines().toList().getLast())
                    .startsWith("WALLET_DIFFERS %s Wallet %s has 5 free".formatted(wallet, wallet));
        }
    }

    private int ledger(String... arguments) {
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true));
        var environment = new Environment(Map.of("AISHA_DATA", DATA.toString()), Path.of("no-such-file"));
        return new CommandLine(new LedgerCommands(environment, terminal)).execute(arguments);
    }
}
