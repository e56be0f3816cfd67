package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenAiTroubleTest {

    private static final Hints ANY = new Hints(Optional.empty());
    private static final Hearing OK = new Heard("ok", Optional.empty(), List.of());

    private final TranscriberOnLoopback service = new TranscriberOnLoopback();

    OpenAiTroubleTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 529})
    void whatPassesIsTriedAgain(int status) throws Exception {
        var transcriber = service.against("m", n -> n < 3 ? Answer.of(status, "<html>oops</html>") : Answer.text("ok"));

        assertThat(transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY)).isEqualTo(OK);
        assertThat(service.waits()).hasSize(2).allMatch(wait -> wait.isPositive() && wait.toSeconds() < 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "<!DOCTYPE html><p>Sign in", "<HTML>", "{\"text\": \"cut o", "{\"error\":\"x\"}", "[]"
            })
    void anAnswerNobodyCanReadIsAskedForAgain(String body) throws Exception {
        var transcriber = service.against("m", n -> n < 2 ? Answer.of(200, body) : Answer.text("ok"));

        assertThat(transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY)).isEqualTo(OK);
    }

    @Test
    void aServiceThatStaysAwayIsGivenUpWithinThirtySeconds() throws Exception {
        var transcriber = service.against("m", _ -> Answer.of(503, ""));

        assertThatThrownBy(() -> transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOfSatisfying(TranscriberUnavailable.class, e -> {
                    assertThat(e.needsOperator()).isFalse();
                    assertThat(e.pause()).isEqualTo(Duration.ofMinutes(1));
                });
        assertThat(service.server().requests()).hasSize(6);
        assertThat(service.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aServiceThatStaysAwayIsKnownToUntilItAnswers() throws Exception {
        var transcriber = service.against("m", n -> n < 4 ? Answer.of(503, "") : Answer.text("ok"));
        var open = new ArrayList<Boolean>();
        service.whileWaiting(() -> open.add(transcriber.circuit().isOpen()));

        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(open).containsExactly(false, false, true);
        assertThat(transcriber.circuit().isOpen()).isFalse();
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws Exception {
        service.server().close();

        assertThatThrownBy(() -> service.transcriber("m", TranscriberOnLoopback.ENCODER)
                        .transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class,
                        e -> assertThat(e.needsOperator()).isFalse())
                .hasMessageContaining("ConnectException");
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7000",
        "Retry-After, 2.5, 2500",
        "retry-after-ms, 1234, 1234",
        "x-ratelimit-reset-requests, 1.5s, 1500"
    })
    void theServerSaysHowLongToWait(String header, String value, long millis) throws Exception {
        var transcriber = service.against("m", n -> n < 2 ? Answer.of(429, "").with(header, value) : Answer.text("ok"));

        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(service.waits()).containsExactly(Duration.ofMillis(millis));
    }

    @Test
    void aServerThatAsksForALongPauseIsLeftAloneForThatLong() throws Exception {
        var transcriber = service.against("m", _ -> Answer.of(429, "").with("Retry-After", "300"));

        assertThatThrownBy(() -> transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class, e -> assertThat(e.pause()).isEqualTo(Duration.ofMinutes(5)));
        assertThat(service.server().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {'error':{'message':'Incorrect API key provided: sk-very-secret','code':'invalid_api_key'}}",
                "402 | {}",
                "403 | {'error':{'code':'unsupported_country_region_territory'}}",
                "404 | {'error':{'code':'model_not_found'}}",
                "400 | {'error':{'code':'model_not_found'}}",
                "429 | {'error':{'type':'insufficient_quota','code':'insufficient_quota'}}",
                "429 | {'error':{'type':'x','code':'credit_balance_exhausted'}}",
                "302 | moved",
                "405 | not here"
            })
    void whatOnlyTheOperatorCanMendIsNotTriedAgain(int status, String body) throws Exception {
        var transcriber = service.against("m", _ -> Answer.of(status, body.replace('\'', '"')));

        assertThatThrownBy(() -> transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class,
                        e -> assertThat(e.needsOperator()).isTrue())
                .message()
                .doesNotContain(TranscriberOnLoopback.KEY);
        assertThat(service.server().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':{'message':'Audio too short','code':'audio_too_short'}} | 400 Audio too short",
                "413 | {'error':{'message':'too big','type':'server_error'}} | 413 too big",
                "413 | <html><style>p{}</style><p>Too  large</p></html> | 413 Too large",
                "422 | {'error':'not this'} | 422 not this",
                "422 | {'detail':[{'msg':'no'}]} | 422 no",
                "422 | {'detail':[{'loc':['body','model'],'msg':'no'}]} | 422 model no",
                "400 | {'object':'error','message':'too long','code':400} | 400 too long",
                "400 | {'error':{'message':'bad sk-very-secret'}} | 400 bad [hidden]"
            })
    void aClipThatWillNeverDoIsRefused(int status, String body, String reason) throws Exception {
        var transcriber = service.against("whisper-1", _ -> Answer.of(status, body.replace('\'', '"')));

        assertThat(transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isEqualTo(new Hearing.Refused(reason.replace('\'', '"')));
        assertThat(service.server().requests()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersIsAskedTwice() throws Exception {
        service.patience(Duration.ofMillis(-19_800));
        var transcriber = service.against("m", _ -> {
            service.awaitEnd();
            return Answer.text("late");
        });

        assertThatThrownBy(() -> transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOf(TranscriberUnavailable.class)
                .hasMessageContaining("2 tries");
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws Exception {
        var transcriber = service.against("m", _ -> Answer.text("a".repeat(11 << 20)));

        assertThatThrownBy(() -> transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOf(TranscriberUnavailable.class);
    }

    @Test
    void anInterruptedCallEndsAtOnce() throws Exception {
        var asked = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var transcriber = service.against("m", _ -> {
            asked.countDown();
            service.awaitEnd();
            return Answer.text("late");
        });
        var caller = Thread.ofVirtual().start(() -> {
            try {
                transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);
            } catch (InterruptedException e) {
                interrupted.countDown();
            } catch (TranscriberUnavailable e) {
                throw new AssertionError(e);
            }
        });
        asked.await();

        caller.interrupt();
        caller.join();

        assertThat(interrupted.getCount()).isZero();
    }
}
