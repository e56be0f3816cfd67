package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OperatorTroubleTest {

    private static final String SPENT = "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}";

    private final TranscriberOnLoopback service = new TranscriberOnLoopback();

    OperatorTroubleTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aSpentQuotaStopsAllClipsButOneAMinuteUntilItIsPaid() throws Exception {
        var transcriber = service.against("gpt-transcribe", n -> n < 3 ? Answer.of(429, SPENT) : Answer.text("ok"));

        refuses(transcriber);
        for (var i = 0; i < 20; i++) {
            refuses(transcriber);
        }
        assertThat(service.server().requests()).hasSize(1);
        service.passes(Duration.ofSeconds(59));
        refuses(transcriber);
        assertThat(service.server().requests()).hasSize(1);
        service.passes(Duration.ofSeconds(1));
        refuses(transcriber);
        refuses(transcriber);
        assertThat(service.server().requests()).hasSize(2);
        assertThat(service.alarms()).singleElement().isInstanceOfSatisfying(Alarm.Raised.class, alarm -> {
            assertThat(alarm.trouble()).isEqualTo(Trouble.UNPAID);
            assertThat(alarm.sentence()).contains("api.openai.com", "insufficient_quota", "top it up");
        });

        service.passes(Duration.ofMinutes(1));
        hears(transcriber);
        hears(transcriber);

        assertThat(service.server().requests()).hasSize(4);
        assertThat(service.alarms()).hasSize(2).last().isInstanceOf(Alarm.Over.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {'error':{'code':'invalid_api_key','message':'sk-very-secret'}} | KEY_REFUSED |"
                        + " OPENAI_API_KEY",
                "402 | {} | UNPAID | top it up",
                "429 | {'error':{'code':'credit_balance_exhausted'}} | UNPAID | top it up",
                "200 | {'error':{'code':'insufficient_quota'}} | UNPAID | top it up",
                "403 | {'error':{'code':'unsupported_country_region_territory'}} | FORBIDDEN | HTTP_PROXY_URL",
                "403 | <html>no</html> | FORBIDDEN | rights of OPENAI_API_KEY",
                "404 | {'error':{'code':'model_not_found'}} | MODEL_UNKNOWN | model whisper-1",
                "404 | {'detail':'Model is not installed locally'} | MODEL_UNKNOWN | OPENAI_SPEECH_MODEL",
                "404 | <html>Not Found</html> | ADDRESS_WRONG | OPENAI_BASE_URL",
                "407 | {} | ADDRESS_WRONG | HTTP_PROXY_URL"
            })
    void theOperatorIsToldWhatToDo(int status, String body, Trouble trouble, String advice) throws Exception {
        var transcriber = service.against("whisper-1", _ -> Answer.of(status, body.replace('\'', '"')));

        refuses(transcriber);

        assertThat(service.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.trouble()).isEqualTo(trouble);
            assertThat(alarm.sentence()).contains(advice).doesNotContain(TranscriberOnLoopback.KEY);
        });
    }

    private static void refuses(OpenAiTranscriber transcriber) {
        assertThatThrownBy(() -> hears(transcriber)).isInstanceOfSatisfying(TranscriberUnavailable.class, e -> {
            assertThat(e.needsOperator()).isTrue();
            assertThat(e.pause()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        });
    }

    private static void hears(OpenAiTranscriber transcriber) throws TranscriberUnavailable, InterruptedException {
        transcriber.transcribe(TranscriberOnLoopback.PIECE, new Hints(Optional.empty()));
    }
}
