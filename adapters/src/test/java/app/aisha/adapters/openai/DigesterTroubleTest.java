package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.http.Secret;
import app.aisha.core.digest.Digester.Answer;
import app.aisha.core.digest.Digester.DigesterUnavailable;
import app.aisha.core.digest.Excerpt;
import app.aisha.core.digest.Request;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Service;
import app.aisha.core.work.OperatorAlarm.Trouble;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DigesterTroubleTest {

    private static final Excerpt SAID = DigesterOnSimulator.excerpt("Somebody must write the tests.");
    private static final Request TO_DO = new Request.ToDo();

    private final DigesterOnSimulator service = new DigesterOnSimulator();

    DigesterTroubleTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    private void fault(String kind, String more) throws Exception {
        service.control("/faults", "{\"kind\":\"%s\",\"path\":\"chat\"%s}".formatted(kind, more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"too_many_requests", "server_error", "overloaded", "empty", "html", "reset"})
    void whatPassesIsTriedAgain(String kind) throws Exception {
        fault(kind, ",\"times\":2");

        assertThat(service.digester().write(TO_DO, SAID)).isInstanceOf(Answer.Written.class);
        assertThat(service.waits()).hasSize(2);
        assertThat(service.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"too_many_requests", "server_error", "overloaded", "html"})
    void whatDoesNotPassIsGivenUpWithinAMinute(String kind) throws Exception {
        fault(kind, "");

        assertThatThrownBy(() -> service.digester().write(TO_DO, SAID))
                .isInstanceOfSatisfying(DigesterUnavailable.class, e -> {
                    assertThat(e.needsOperator()).isFalse();
                    assertThat(e.pause()).isEqualTo(Duration.ofMinutes(1));
                });
        assertThat(service.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(service.calls()).hasSize(6);
    }

    @Test
    void aServerThatAsksForALongPauseIsLeftAloneForThatLong() throws Exception {
        fault("too_many_requests", ",\"retry_after\":300");

        assertThatThrownBy(() -> service.digester().write(TO_DO, SAID))
                .isInstanceOfSatisfying(
                        DigesterUnavailable.class, e -> assertThat(e.pause()).isEqualTo(Duration.ofMinutes(5)));
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersIsAskedTwice() throws Exception {
        fault("hang", "");
        service.patience(Duration.ofMillis(200));

        assertThatThrownBy(() -> service.digester().write(TO_DO, SAID))
                .isInstanceOf(DigesterUnavailable.class)
                .hasMessageContaining("2 tries");
    }

    @ParameterizedTest
    @CsvSource({
        "insufficient_quota, UNPAID, top it up",
        "unauthorized, KEY_REFUSED, OPENAI_TEXT_KEY",
        "model_not_found, MODEL_UNKNOWN, OPENAI_TEXT_MODEL",
        "country, FORBIDDEN, HTTP_PROXY_URL"
    })
    void theOperatorIsToldOnceAndNothingIsSentUntilTheNextTry(String kind, Trouble trouble, String advice)
            throws Exception {
        fault(kind, ",\"times\":1");
        var digester = service.digester();

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> digester.write(TO_DO, SAID))
                    .isInstanceOfSatisfying(
                            DigesterUnavailable.class,
                            e -> assertThat(e.needsOperator()).isTrue())
                    .message()
                    .doesNotContain(DigesterOnSimulator.KEY);
        }
        assertThat(service.calls()).hasSize(1);
        assertThat(service.alarms()).singleElement().isInstanceOfSatisfying(Alarm.Raised.class, alarm -> {
            assertThat(alarm.service()).isEqualTo(Service.TEXT);
            assertThat(alarm.trouble()).isEqualTo(trouble);
            assertThat(alarm.sentence()).contains("text service", advice);
        });

        service.passes(Duration.ofMinutes(1));
        assertThat(digester.write(TO_DO, SAID)).isInstanceOf(Answer.Written.class);
        assertThat(service.alarms()).hasSize(2).last().isInstanceOf(Alarm.Over.class);
    }

    @Test
    void anUnknownModelAndAWrongAddressNameTheirSettings() throws Exception {
        assertThatThrownBy(() -> service.digester("gpt-0").write(TO_DO, SAID))
                .hasMessageContaining("OPENAI_TEXT_MODEL");
        var elsewhere = new TextSettings(
                service.base("/nowhere"), Optional.empty(), "m", Optional.empty(), 8_192, Duration.ofMinutes(1));
        assertThatThrownBy(() -> service.digester(elsewhere).write(TO_DO, SAID))
                .isInstanceOf(DigesterUnavailable.class)
                .hasMessageContaining("OPENAI_TEXT_");
    }

    @Test
    void aServerOfOnesOwnNeedsNoKeyAndAServerThatIsNotThereIsUnavailable() throws Exception {
        service.control("/persona", "{\"kind\":\"localai\"}");
        var own = new TextSettings(
                service.base("/v1/"), Optional.empty(), "m", Optional.empty(), 8_192, Duration.ofMinutes(1));
        assertThat(service.digester(own).write(TO_DO, SAID)).isInstanceOf(Answer.Written.class);

        service.close();
        assertThatThrownBy(() -> service.digester(own).write(TO_DO, SAID))
                .isInstanceOf(DigesterUnavailable.class)
                .hasMessageContaining("ConnectException");
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws Exception {
        try (var server = new SpeechServerDouble()) {
            server.answers(_ -> SpeechServerDouble.Answer.of(200, "a".repeat(11 << 20)));

            assertThatThrownBy(() -> service.digester(at(server.base())).write(TO_DO, SAID))
                    .isInstanceOf(DigesterUnavailable.class);
        }
    }

    @Test
    void anInterruptedCallEndsAtOnce() throws Exception {
        var asked = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var server = new SpeechServerDouble()) {
            server.answers(_ -> {
                asked.countDown();
                await(end);
                return SpeechServerDouble.Answer.of(500, "");
            });
            var digester = service.digester(at(server.base()));
            var caller = Thread.ofVirtual().start(() -> {
                try {
                    digester.write(TO_DO, SAID);
                } catch (InterruptedException e) {
                    interrupted.countDown();
                } catch (DigesterUnavailable e) {
                    throw new AssertionError(e);
                }
            });
            asked.await();

            caller.interrupt();
            caller.join();
            end.countDown();
        }
        assertThat(interrupted.getCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{'error':{'message':'the request exceeds the available context size'}}|TooLong[]",
                "413|<html>Request Entity Too Large</html>|TooLong[]",
                "400|{'error':{'message':'x','code':'context_length_exceeded'}}|TooLong[]",
                "400|{'error':{'message':'The response was filtered','code':'content_filter'}}|Refused[reason=400 The"
                        + " response was filtered]",
                "422|{'detail':[{'msg':'no'}]}|Refused[reason=422 no]",
                "400|{'error':{'message':'bad sk-very-secret'}}|Refused[reason=400 bad [hidden]]",
                "200|{'error':'the request exceeds the available context size'}|TooLong[]"
            })
    void whatAServerRefusesForGoodIsAnAnswer(int status, String body, String answer) throws Exception {
        try (var server = new SpeechServerDouble()) {
            server.answers(_ -> SpeechServerDouble.Answer.of(status, body.replace('\'', '"')));

            assertThat(service.digester(at(server.base())).write(TO_DO, SAID)).hasToString(answer);
        }
    }

    private static TextSettings at(URI base) {
        return new TextSettings(
                base,
                Optional.of(new Secret(DigesterOnSimulator.KEY)),
                "m",
                Optional.empty(),
                8_192,
                Duration.ofMinutes(1));
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
