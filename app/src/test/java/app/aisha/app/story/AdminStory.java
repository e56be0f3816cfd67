package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.console.AdminCommands;
import app.aisha.app.console.Terminal;
import app.aisha.app.settings.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class AdminStory {

    private final Town town;

    AdminStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    private Person dilnara() {
        var dilnara = town.person("Диля", "ru");
        dilnara.says("/start");
        dilnara.sees("Я Айша");
        return dilnara;
    }

    private long free(Person person) {
        return town.database()
                .sql("SELECT free FROM wallets JOIN users ON users.id = user_id WHERE chat_id = ?")
                .param(Long.valueOf(person.id()))
                .query(Long.class)
                .single();
    }

    /** Up to the question whether to do it. */
    private static void proposes(Person olga, Person to) {
        olga.says("/admin");
        olga.taps("🔎 Find a person");
        olga.sees("Send a Telegram id");
        olga.says(to.id());
        olga.taps("Диля · " + to.id());
        olga.taps("➕ Grant");
        olga.sees("How much to grant, and why?");
        olga.says("50 потерялась запись");
        olga.sees("Free: 100 credits → 150 credits");
    }

    @Test
    void olgaFindsDilnaraAndGrantsHerCredits() {
        var olga = town.admin("Olga", "en");
        var dilnara = dilnara();

        proposes(olga, dilnara);
        olga.taps("✅ Do it");

        olga.sees("✅ Granted 50 credits — Диля (%s)".formatted(dilnara.id()));
        dilnara.sees("🎁 Вам начислено 50 кредитов: потерялась запись");
        assertThat(free(dilnara)).isEqualTo(150);
        olga.taps("‹ Back");
        olga.sees("granted by hand: +50 → 150");
        olga.says("/admin");
        olga.taps("📜 Log of changes");
        olga.sees("Granted 50 credits — Диля (%s)".formatted(dilnara.id()));
    }

    @Test
    void twoTapsAreOneGrant() {
        var olga = town.admin("Olga", "en");
        var dilnara = dilnara();
        proposes(olga, dilnara);
        var proposal = olga.messageWithButton("✅ Do it").get("message_id").asInt();
        var confirm = olga.dataOf("✅ Do it");

        olga.forges(proposal, confirm);
        olga.forges(proposal, confirm);

        Moment.when(
                "the toast",
                () -> olga.toasts().stream()
                        .filter("This is done already"::equals)
                        .findAny());
        assertThat(free(dilnara)).isEqualTo(150);
    }

    @Test
    void whoIsNoAdministratorLearnsNothing() {
        var olga = town.admin("Olga", "en");
        var dilnara = dilnara();
        proposes(olga, dilnara);
        var mallory = town.person("Mallory", "en");

        mallory.says("/admin");
        var menu = mallory.sees("There is no such command.").get("message_id").asInt();
        for (var button : List.of("✅ Do it", "✖️ Cancel")) {
            mallory.says("/help");
            mallory.seesLast("What I can do");
            mallory.forges(menu, olga.dataOf(button));
            mallory.sees("Main menu");
        }

        assertThat(mallory.toasts()).contains("That button is outdated — here is a fresh menu");
        mallory.neverSees("Диля");
        mallory.neverSees("dministration");
        olga.taps("✅ Do it");
        olga.sees("✅ Granted 50 credits");
        assertThat(free(dilnara)).isEqualTo(150);
    }

    @Test
    void whatTheOperatorGrantsAtTheConsoleIsToldByTheRunningProgram() {
        var dilnara = dilnara();
        var said = new StringWriter();
        var terminal = new Terminal(new PrintWriter(said, true), new PrintWriter(said, true));
        var environment = new Environment(Map.of("AISHA_DATA", town.data().toString()), Path.of("no-such-file"));

        AdminCommands.all(environment, terminal)
                .execute("grant", dilnara.id(), "5", "--reason", "за терпение", "--apply");

        assertThat(said.toString()).startsWith("Granted 5 credits to Диля (%s): 100 -> 105".formatted(dilnara.id()));
        dilnara.sees("🎁 Вам начислено 5 кредитов: за терпение");
    }
}
