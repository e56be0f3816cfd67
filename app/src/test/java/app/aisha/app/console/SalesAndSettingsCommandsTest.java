package app.aisha.app.console;

import static app.aisha.app.console.AdminConsole.id;
import static app.aisha.app.console.AdminConsole.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.app.console.AdminConsole.Sandbox;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about stars and promo codes, and what the settings change about commands. */
class SalesAndSettingsCommandsTest {

    private static final Sandbox SANDBOX = Sandbox.start();

    private final AdminConsole console = new AdminConsole(SANDBOX);

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void starsAreOrderedBackOnce() {
        var dilnara = console.person("Диля", Optional.empty());
        var number = console.paid(dilnara, 30).id().shortNumber();
        var order = new String[] {"refund-stars", id(dilnara), number.toLowerCase(Locale.ROOT), "--reason", "unhappy"};
        var before = console.tables();

        assertThat(console.admin("payments", id(dilnara))).isZero();
        assertThat(console.said())
                .singleElement()
                .asString()
                .contains("payment " + number, "30 stars, 30 credits, paid");
        assertThat(console.admin(order)).isZero();
        assertThat(console.said())
                .startsWith("Would refund payment %s and take 30 credits from Диля (%s): 50 -> 20"
                        .formatted(number, id(dilnara)))
                .endsWith("Dry run: nothing was changed. Add --apply.");
        assertThat(console.tables()).isEqualTo(before);

        var applied = Arrays.copyOf(order, order.length + 1);
        applied[order.length] = "--apply";
        assertThat(console.admin(applied)).isZero();
        assertThat(console.said())
                .startsWith("Began to refund payment %s and took 30 credits from Диля (%s): 50 -> 20"
                        .formatted(number, id(dilnara)));
        assertThat(console.admin(applied)).isEqualTo(1);
        assertThat(console.complaint()).startsWith("These stars are going back already");
        assertThat(SANDBOX.client()
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'refund-payment'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(console.admin(
                        "refund-stars", id(console.person("Anna", Optional.empty())), number, "--reason", "not hers"))
                .isEqualTo(1);
        assertThat(console.complaint()).startsWith("There is no payment " + number);
    }

    @Test
    void promoCodesAreMadeListedAndEnded() {
        var code = "CLI-" + unique();
        var before = console.tables();
        var create = new String[] {"promo", "create", code, "balance", "50", "--uses", "100", "--until", "2999-12-31"};

        assertThat(console.admin(create)).isZero();
        assertThat(console.said())
                .containsExactly(
                        "Would make %s balance 50 uses 100 per-user 1 until 2999-12-31T21:00:00Z".formatted(code),
                        "Dry run: nothing was changed. Add --apply.");
        assertThat(console.tables()).isEqualTo(before);
        var applied = Arrays.copyOf(create, create.length + 1);
        applied[create.length] = "--apply";
        assertThat(console.admin(applied)).isZero();
        assertThat(console.admin(applied)).isEqualTo(1);
        assertThat(console.complaint()).startsWith("The promo code %s is there".formatted(code));

        console.admin("promo", "list");
        assertThat(console.said().getFirst()).startsWith(code + " balance 50").endsWith(", used 0, open");
        assertThat(console.admin("promo", "end", code)).isZero();
        console.admin("promo", "list");
        assertThat(console.said().getFirst()).endsWith(", open");
        assertThat(console.admin("promo", "end", code.toLowerCase(Locale.ROOT), "--apply"))
                .isZero();
        console.admin("promo", "list");
        assertThat(console.said().getFirst()).endsWith(", over");
        assertThat(console.admin("promo", "end", code, "--apply")).isEqualTo(1);
        console.admin("audit", "--most", "2");
        assertThat(console.said().getFirst()).endsWith("end promo, " + code);
        assertThat(console.said().getLast()).contains("create promo, %s balance 50".formatted(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promo create CODE bonus 501|A balance is",
                "promo create CODE discount 0|A balance is",
                "promo create CODE balance 5 --uses 0|A balance is",
                "promo create CODE balance 5 --until 2001-01-01|A balance is",
                "promo create C balance 5|A promo code has",
                "promo end NEVER-MADE|There is no promo code NEVER-MADE."
            })
    void aPromoCodeThatCannotBeIsSaidInOneLine(String command, String problem) {
        assertThat(console.admin(command.split(" "))).isEqualTo(1);

        assertThat(console.complaint()).startsWith(problem).hasLineCount(1);
    }

    @Test
    void whereCreditsAreOffNoneAreMoved() {
        var dilnara = console.person("Диля", Optional.empty());
        console.set("CREDITS_ENABLED", "false");

        assertThat(console.admin("grant", id(dilnara), "50", "--reason", "because", "--apply"))
                .isEqualTo(1);

        assertThat(console.complaint()).contains("CREDITS_ENABLED");
    }

    @Test
    void anotherDatabaseIsTakenWhereItIsNamedAndMustHaveItsTables() {
        SANDBOX.client().sql("CREATE DATABASE bare").update();
        console.set(
                "DATABASE_URL",
                SANDBOX.server()
                        .jdbcUrl()
                        .replaceFirst(
                                "jdbc:postgresql://",
                                "postgresql://aisha:%s@"
                                        .formatted(SANDBOX.server().password()))
                        .replaceFirst("/aisha\\?", "/bare?"));

        assertThatThrownBy(() -> Office.open(console.environment()))
                .isInstanceOf(NoDatabase.class)
                .hasMessageContaining("start the program once")
                .hasMessageNotContaining(SANDBOX.server().password());
    }
}
