package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.core.account.ChatId;
import app.aisha.core.payment.Cashier.Payback;
import app.aisha.core.payment.CashierUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramStarsTest {

    private static final ChatId PAYER = new ChatId(4_503_599_627_370_496L);
    private static final String PAUSE = """
        {"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":9}}\
        """;

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private BotServer server;
    private TelegramStars stars;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer();
        stars = new TelegramStars(server.api(), pauses::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aQuestionIsAnsweredWithYesOrWithAReason() throws InterruptedException {
        stars.approve("q1");
        assertThat(server.only().method()).isEqualTo("answerPreCheckoutQuery");
        assertThat(server.only().form())
                .containsEntry("pre_checkout_query_id", "q1")
                .containsEntry("ok", "true");

        stars.decline("q2", "Счёт устарел");
        assertThat(server.only().form())
                .containsEntry("pre_checkout_query_id", "q2")
                .containsEntry("ok", "false")
                .containsEntry("error_message", "Счёт устарел");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void anAnswerThatGotLostIsGivenAgainButNotForEver() throws InterruptedException {
        server.answering(502, "<html>");

        stars.approve("q");

        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void aPauseIsKeptAsFarAsThePayerCanWait() throws InterruptedException {
        server.answering(_ -> server.calls().size() == 1 ? Answer.of(429, PAUSE) : Answer.result("true"));

        stars.approve("q");

        assertThat(server.calls()).hasSize(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void anAnswerThatComesTooLateIsLeftAtThat() throws InterruptedException {
        server.answering(_ -> Answer.refusal(
                400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        stars.approve("q");

        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void starsGoBackToTheirPayer() throws Exception {
        assertThat(stars.giveBack(PAYER, "stx1")).isEqualTo(new Payback.Done());

        assertThat(server.only().method()).isEqualTo("refundStarPayment");
        assertThat(server.only().form())
                .containsEntry("user_id", "4503599627370496")
                .containsEntry("telegram_payment_charge_id", "stx1");
    }

    @Test
    void starsThatWentBackBeforeAreBack() throws Exception {
        server.answering(_ -> Answer.refusal(400, "Bad Request: CHARGE_ALREADY_REFUNDED"));

        assertThat(stars.giveBack(PAYER, "stx1")).isEqualTo(new Payback.Done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHARGE_NOT_FOUND", "USER_ID_INVALID", "invalid user_id specified"})
    void whatTelegramWillNeverGiveBackIsRefused(String description) throws Exception {
        server.answering(_ -> Answer.refusal(400, "Bad Request: " + description));

        assertThat(stars.giveBack(PAYER, "stx1")).isInstanceOf(Payback.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"401,Unauthorized", "404,Not Found", "500,Internal Server Error"})
    void whatAnOperatorOrTimeMayMendIsAskedAgain(int code, String description) {
        server.answering(_ -> Answer.refusal(code, description));

        assertThatThrownBy(() -> stars.giveBack(PAYER, "stx1")).isInstanceOf(CashierUnavailable.class);
    }

    @Test
    void aPauseIsKeptBeforeAskingAgain() {
        server.answering(429, PAUSE);

        assertThatThrownBy(() -> stars.giveBack(PAYER, "stx1"))
                .asInstanceOf(type(CashierUnavailable.class))
                .extracting(CashierUnavailable::pause)
                .isEqualTo(Duration.ofSeconds(9));
    }
}
