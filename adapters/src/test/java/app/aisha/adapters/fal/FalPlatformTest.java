package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.TrainerOnLoopback.ARCHIVE;
import static app.aisha.adapters.fal.TrainerOnLoopback.BACKEND;
import static app.aisha.adapters.fal.TrainerOnLoopback.KEY;
import static app.aisha.adapters.fal.TrainerOnLoopback.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalPlatformTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T09:00:00.123Z");

    private final TrainerOnLoopback loopback = new TrainerOnLoopback();

    FalPlatformTest() throws IOException {}

    @AfterEach
    void stop() {
        loopback.close();
    }

    @Test
    void aLostTrainingIsFoundByItsArchiveOnAnyPage() throws Exception {
        var trainer = loopback.answering(Answer.of(200, """
            {"items":[{"request_id":"r1","json_input":{"images_data_url":"https://v3.fal.media/other.zip"}},
            {"request_id":"r2","json_input":"no json"},{"request_id":"r3"}],
            "next_cursor":"a b","has_more":true}\
            """), Answer.of(200, """
                {"items":[{"request_id":"r4","json_input":"{\\"image_data_url\\":\\"%s\\"}"}],"has_more":false}
                """.formatted(ARCHIVE)));

        assertThat(trainer.find(ORDER, SINCE)).contains(trainer.ticket(BACKEND, "r4"));

        assertThat(loopback.server.requests().getFirst().uri())
                .hasToString("/v1/models/requests/by-endpoint?endpoint_id=fal-ai%2Fflux-lora-portrait-trainer"
                        + "&start=2026-11-22T08:55:00Z&expand=payloads&limit=50");
        assertThat(loopback.server.last().uri().getRawQuery()).endsWith("&cursor=a+b");
        assertThat(loopback.server.last().header("Authorization")).isEqualTo("Key " + KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"items\":[],\"has_more\":true}",
                "200|{\"items\":[],\"has_more\":false,\"next_cursor\":\"x\"}",
                "200|{}",
                "401|{}",
                "403|{}",
                "404|{}"
            })
    void whatIsNotListedOrNotShownIsNotFound(int status, String body) throws Exception {
        assertThat(loopback.answering(Answer.of(status, body)).find(ORDER, SINCE))
                .isEmpty();
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void aListWithoutEndIsLeft() throws Exception {
        var trainer = loopback.answering(Answer.of(200, "{\"items\":[],\"next_cursor\":\"x\",\"has_more\":true}"));

        assertThat(trainer.find(ORDER, SINCE)).isEmpty();
        assertThat(loopback.server.requests()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 200, 422})
    void aListThatFailsIsAskedLater(int status) {
        var trainer = loopback.answering(Answer.of(status, "no list"));

        assertThatThrownBy(() -> trainer.find(ORDER, SINCE)).isInstanceOf(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"200, DONE", "204, DONE", "404, DONE", "401, REFUSED", "403, REFUSED", "409, REFUSED"})
    void onlyWhatIsGoneCountsAsRemoved(int status, Removal removal) throws Exception {
        var trainer = loopback.answering(Answer.of(status, ""));

        assertThat(trainer.forget(loopback.ticket().requestId())).isEqualTo(removal);

        assertThat(loopback.server.last().method()).isEqualTo("DELETE");
        assertThat(loopback.server.last().path()).isEqualTo("/v1/models/requests/req-1/payloads");
    }

    @ParameterizedTest
    @CsvSource({"500, ''", "402, ''", "403, User is locked. Reason: Exhausted balance.", "407, ''"})
    void whatCouldNotBeRemovedIsTriedLater(int status, String body) {
        var trainer = loopback.answering(Answer.of(status, body));

        assertThatThrownBy(() -> trainer.forget(loopback.ticket().requestId())).isInstanceOf(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"202, CANCELLATION_REQUESTED", "400, ALREADY_COMPLETED", "404, NOT_FOUND"})
    void aTrainingIsAskedToStop(int status, String word) {
        var trainer = loopback.answering(Answer.of(status, "{\"status\":\"%s\"}".formatted(word)));

        assertThatCode(() -> trainer.cancel(loopback.ticket())).doesNotThrowAnyException();

        assertThat(loopback.server.last().method()).isEqualTo("PUT");
        assertThat(loopback.server.last().path()).endsWith("/requests/req-1/cancel");
        assertThat(loopback.server.last().header("Authorization")).isEqualTo("Key " + KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 405, 500})
    void aStopThatWasNotHeardIsTriedLater(int status) {
        var trainer = loopback.answering(Answer.of(status, "{}"));

        assertThatThrownBy(() -> trainer.cancel(loopback.ticket())).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void pricesAreTold() throws Exception {
        var trainer = loopback.answering(Answer.of(200, """
            {"prices":[{"endpoint_id":"fal-ai/a","unit_price":0.0024,"unit":"steps","currency":"USD"},
            {"endpoint_id":"fal-ai/b","unit_price":null},{"unit_price":1}]}\
            """));

        assertThat(trainer.prices(List.of("fal-ai/a", "fal-ai/b")))
                .containsExactly(new FalPrice("fal-ai/a", new BigDecimal("0.0024"), "steps", "USD"));
        assertThat(loopback.server.last().uri())
                .hasToString("/v1/models/pricing?endpoint_id=fal-ai%2Fa&endpoint_id=fal-ai%2Fb");
        assertThat(loopback.answering(Answer.of(403, "")).prices(List.of("fal-ai/a")))
                .isEmpty();
    }
}
