package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class CheckoutUnderLoadStory {

    /** More than the program has connections for its lanes. */
    private static final int OTHERS = 30;

    private static final int CONNECTIONS = 20;

    private final Town town;

    CheckoutUnderLoadStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void whoPaysIsAnsweredThoughEveryConnectionAndEveryLaneIsBlocked() {
        var dilnara = town.person("Диля", "ru");
        var customer = new Customer(town, dilnara);
        customer.opensTopUp();
        var invoice = customer.orders("300 кредитов — ⭐ 270", "300 кредитов");
        var others = Stream.generate(() -> town.person("Somebody", "en"))
                .limit(OTHERS)
                .toList();
        var shown = others.stream()
                .map(other -> {
                    other.says("/menu");
                    return other.sees("Main menu").get("message_id").asInt();
                })
                .toList();

        var database = new TransactionTemplate(new JdbcTransactionManager(town.dataSource()));
        database.executeWithoutResult(_ -> {
            town.database().sql("LOCK TABLE wallets IN ACCESS EXCLUSIVE MODE").update();
            dilnara.forges(invoice.get("message_id").asInt(), "wal.topup");
            for (var i = 0; i < OTHERS; i++) {
                others.get(i).forges(shown.get(i), "wal.topup");
            }
            Moment.when("every connection waiting", () -> Optional.of(waiting()).filter(count -> count >= CONNECTIONS));

            customer.seesPayment(customer.pays(invoice), "paid");

            assertThat(waiting()).isGreaterThanOrEqualTo(CONNECTIONS);
            dilnara.neverSees("Оплата прошла");
        });

        dilnara.sees("✅ Оплата прошла: +300 кредитов");
        others.forEach(other -> other.sees("Your balance now"));
    }

    private int waiting() {
        return town.database().sql("""
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'relation'\
            """).query(Integer.class).single();
    }
}
