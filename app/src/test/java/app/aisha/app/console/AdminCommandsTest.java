package app.aisha.app.console;

import static app.aisha.app.console.AdminConsole.id;
import static app.aisha.app.console.AdminConsole.unique;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.console.AdminConsole.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the database of a sandbox that runs. */
class AdminCommandsTest {

    private static final Sandbox SANDBOX = Sandbox.start();

    private final AdminConsole console = new AdminConsole(SANDBOX);

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void peopleAreFoundByIdUsernameAndName() {
        var number = unique();
        var anna = console.person("Anna-" + UUID.randomUUID(), Optional.of("anna_" + number));

        for (var words : List.of(id(anna), "@" + "ANNA_" + number, anna.name().substring(5))) {
            assertThat(console.admin("find", words)).as(words).isZero();
            assertThat(console.said()).containsExactly("%s (%s) @anna_%d".formatted(anna.name(), id(anna), number));
        }
        assertThat(console.admin("find", "nobody is called like this")).isEqualTo(1);
        assertThat(console.complaint()).isEqualTo("Nobody is found by nobody is called like this\n");
    }

    @Test
    void aPersonIsShownAndNothingIsChangedByThat() {
        var dilnara = console.person("Диля\u001b[2J\u202e\nroot", Optional.of("dilya_" + unique()));
        var before = console.tables();

        assertThat(console.admin("show", id(dilnara))).isZero();

        assertThat(console.said())
                .contains("name: Диля [2J root", "Telegram id: " + id(dilnara), "language: ru", "reachable: yes")
                .contains("transcripts: 0", "free: 20 credits", "held: 0 credits")
                .anyMatch(line -> line.startsWith("receipt 1: ") && line.endsWith("Z, gift, +20 -> 20"));
        assertThat(console.tables()).isEqualTo(before);
    }

    @Test
    void withoutApplyTheTablesStayAsTheyAre() {
        var dilnara = console.person("Диля", Optional.empty());
        var receipt = Long.toString(console.charged(dilnara, 10));
        var newcomer = console.person("Newcomer", Optional.empty());
        var before = console.tables();

        assertThat(console.admin("grant", id(dilnara), "50", "--reason", "lost recording"))
                .isZero();
        assertThat(console.said())
                .containsExactly(
                        "Would grant 50 credits to Диля (%s): 10 -> 60".formatted(id(dilnara)),
                        "Reason: lost recording",
                        "Dry run: nothing was changed. Add --apply.");
        assertThat(console.admin("take", id(dilnara), "1", "--reason", "by mistake"))
                .isZero();
        assertThat(console.said()).contains("Would take 1 credit from Диля (%s): 10 -> 9".formatted(id(dilnara)));
        assertThat(console.admin("refund", id(dilnara), receipt, "--reason", "bad sound"))
                .isZero();
        assertThat(console.said()).contains("Would refund 10 credits to Диля (%s): 10 -> 20".formatted(id(dilnara)));
        assertThat(console.admin("grant", id(newcomer), "50", "--reason", "welcome"))
                .isZero();
        assertThat(console.said())
                .contains("Would grant 50 credits to Newcomer (%s): 20 -> 70".formatted(id(newcomer)));

        assertThat(console.tables()).isEqualTo(before);
    }

    @Test
    void withApplyItIsDoneOnceUnderOneKey() {
        var dilnara = console.person("Диля", Optional.empty());
        var order = new String[] {
            "grant", id(dilnara), "50", "--reason", "lost  recording", "--apply", "--key", "ticket " + id(dilnara)
        };

        assertThat(console.admin(order)).isZero();
        assertThat(console.said())
                .containsExactly(
                        "Granted 50 credits to Диля (%s): 20 -> 70".formatted(id(dilnara)),
                        "Reason: lost recording",
                        "The running program tells the person.");
        var before = console.tables();
        assertThat(console.admin(order)).isZero();

        assertThat(console.said().getFirst()).isEqualTo("Made before, under the same key; nothing was changed.");
        assertThat(console.said().getLast())
                .contains("grant, 50 credits, Диля (%s), lost recording".formatted(id(dilnara)));
        assertThat(console.tables()).isEqualTo(before);
        assertThat(console.free(dilnara)).isEqualTo(70);
        assertThat(SANDBOX.client()
                        .sql("SELECT notice FROM outbox WHERE user_id = ?")
                        .param(dilnara.id().value())
                        .query(String.class)
                        .single())
                .startsWith("AdminNotice.CreditsChanged:");
    }

    @Test
    void withoutAKeyEveryRunIsAnOrderOfItsOwn() {
        var dilnara = console.person("Диля", Optional.empty());

        console.admin("take", id(dilnara), "5", "--reason", "by mistake", "--apply");
        console.admin("take", id(dilnara), "5", "--reason", "by mistake", "--apply");

        assertThat(console.free(dilnara)).isEqualTo(10);
    }

    @Test
    void aChargeIsGivenBackInPartAndThenTheRest() {
        var dilnara = console.person("Диля", Optional.empty());
        var receipt = Long.toString(console.charged(dilnara, 10));

        console.admin("refund", id(dilnara), receipt, "--amount", "4", "--reason", "bad sound", "--apply");
        assertThat(console.said().getFirst())
                .isEqualTo("Refunded 4 credits to Диля (%s): 10 -> 14".formatted(id(dilnara)));
        assertThat(console.admin("refund", id(dilnara), receipt, "--amount", "7", "--reason", "bad sound", "--apply"))
                .isEqualTo(1);
        assertThat(console.complaint()).isEqualTo("Of this charge 6 credits can still be given back.\n");
        console.admin("refund", id(dilnara), receipt, "--reason", "bad sound", "--apply");

        assertThat(console.free(dilnara)).isEqualTo(20);
    }

    @Test
    void theLogTellsWhoDidWhat() {
        var dilnara = console.person("Диля", Optional.empty());
        var user = System.getProperty("user.name");
        console.admin("take", id(dilnara), "5", "--reason", "by mistake", "--apply");
        console.admin("grant", id(dilnara), "5", "--reason", "not at all", "--apply");

        assertThat(console.admin("audit", "--person", id(dilnara))).isZero();
        assertThat(console.said()).hasSize(2);
        assertThat(console.said().getFirst())
                .endsWith("Z, operator %s, grant, 5 credits, Диля (%s), not at all".formatted(user, id(dilnara)));
        assertThat(console.admin("audit", "--most", "1")).isZero();
        assertThat(console.said()).hasSize(1).first().asString().contains("not at all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant ID 0 --reason because|The amount has to be a whole number from 1 to 1000000.",
                "grant ID 1000001 --reason because|The amount has to be a whole number from 1 to 1000000.",
                "take ID 21 --reason because|Not enough is free: 20 credits.",
                "refund ID 1 --reason because|This receipt is about nothing that was charged.",
                "refund ID 77 --reason because|This receipt is about nothing that was charged.",
                "grant ID 50 --reason no|A reason has 3 to 200 characters.",
                "grant 99999 50 --reason because|Nobody is known as 99999",
                "show Диля|Nobody is known as Диля",
                "show @twin_sister|Several people were seen as @twin_sister: give a Telegram id."
            })
    void whatCannotBeDoneIsSaidInOneLine(String command, String problem) {
        console.person("Диля", Optional.of("twin_sister"));
        var dilnara = console.person("Диля", Optional.of("twin_sister"));
        console.free(dilnara);
        var before = console.tables();

        assertThat(console.admin(command.replace("ID", id(dilnara)).split(" "))).isEqualTo(1);

        assertThat(console.complaint()).startsWith(problem).hasLineCount(1);
        assertThat(console.said()).isEmpty();
        assertThat(console.tables()).isEqualTo(before);
    }
}
