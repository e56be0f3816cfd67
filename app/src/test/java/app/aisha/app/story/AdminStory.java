package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.console.AdminCommands;
import app.aisha.app.console.Terminal;
import app.aisha.app.settings.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminStory {

    private final Town town = Town.with(Town.Intake.POLLING);

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
        new Customer(town, dilnara).opensTopUp();
        dilnara.sees("Сейчас на балансе: 150 кредитов");
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
    void olgaGivesTheStarsOfAPaymentBack() {
        var olga = town.admin("Olga", "en");
        var dilnara = dilnara();
        var customer = new Customer(town, dilnara);
        customer.opensTopUp();
        var payment = customer.pays(customer.orders("300 кредитов — ⭐ 270", "300 кредитов"));
        customer.seesPayment(payment, "paid");
        dilnara.sees("Теперь на балансе: 400 кредитов");

        olga.says("/admin");
        olga.taps("🔎 Find a person");
        olga.says(dilnara.id());
        olga.taps("Диля · " + dilnara.id());
        olga.taps("⭐ Payments");
        var number = olga.sees("270 stars for 300 credits: paid");
        olga.taps(Person.labels(number).getFirst());
        olga.sees("Why is it refunded?");
        olga.says("передумала");
        olga.sees("Free: 400 credits → 100 credits");
        olga.taps("✅ Do it");

        olga.sees("Stars are going back, took 300 credits");
        dilnara.sees("↩️ Звёзды вернулись к вам: ⭐ 270");
        assertThat(customer.stars()).isEqualTo(5_000);
        assertThat(free(dilnara)).isEqualTo(100);
    }

    @Test
    void aPromoCodeThatOlgaMakesIsGoodUntilSheEndsIt() {
        var olga = town.admin("Olga", "en");
        var code = "OLGA-" + olga.id() + "-"
                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        olga.says("/admin");
        olga.taps("🎟 Promo codes");
        olga.taps("➕ New promo code");
        olga.sees("WINTER balance 50 uses 100 per-user 1 until 2026-12-31");
        olga.says(code + " balance 25 uses 5");
        olga.sees("Used: 0 of 5");

        enters(dilnara(), code, "Промокод принят: +25 кредитов");

        olga.taps("⛔ End it");
        olga.taps("⛔ End it for good");
        olga.sees("Used: 1 of 5");
        enters(dilnara(), code, "Этот промокод больше не действует.");
        olga.says("/admin");
        olga.taps("📜 Log of changes");
        olga.sees("Ended the promo code " + code);
    }

    private void enters(Person person, String code, String answer) {
        new Customer(town, person).opensTopUp();
        person.taps("🎟 Ввести промокод");
        person.sees("Напишите промокод");
        person.says(code);
        person.sees(answer);
    }

    @Test
    void starsThatTheOperatorOrdersBackAtTheConsoleAreGivenBackByTheRunningProgram() {
        var dilnara = dilnara();
        var customer = new Customer(town, dilnara);
        customer.opensTopUp();
        var payment = customer.pays(customer.orders("100 кредитов — ⭐ 100", "100 кредитов"));
        customer.seesPayment(payment, "paid");
        dilnara.sees("Теперь на балансе: 200 кредитов");
        var line = admin("payments", dilnara.id()).strip();
        var number = line.substring("payment ".length(), line.indexOf(':'));

        assertThat(admin("refund-stars", dilnara.id(), number, "--reason", "передумала"))
                .contains("Would refund payment %s and take 100 credits from Диля".formatted(number), "Dry run");
        assertThat(admin("refund-stars", dilnara.id(), number, "--reason", "передумала", "--apply"))
                .contains("200 -> 100");

        dilnara.sees("↩️ Звёзды вернулись к вам: ⭐ 100");
        assertThat(customer.stars()).isEqualTo(5_000);
    }

    private String admin(String... arguments) {
        var said = new StringWriter();
        var terminal = new Terminal(new PrintWriter(said, true), new PrintWriter(said, true));
        var environment = new Environment(Map.of("AISHA_DATA", town.data().toString()), Path.of("no-such-file"));
        AdminCommands.all(environment, terminal).execute(arguments);
        return said.toString();
    }

    @Test
    void whatTheOperatorGrantsAtTheConsoleIsToldByTheRunningProgram() {
        var dilnara = dilnara();

        assertThat(admin("grant", dilnara.id(), "5", "--reason", "за терпение", "--apply"))
                .startsWith("Granted 5 credits to Диля (%s): 100 -> 105".formatted(dilnara.id()));

        dilnara.sees("🎁 Вам начислено 5 кредитов: за терпение");
    }
}
