package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.PostgresClaims;
import app.aisha.core.account.ChatId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class HealthStory {

    private final Town town;

    HealthStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void aRunningProgramSaysThatItIsUpAndNothingElse() {
        var john = town.person("John", "en");
        john.says("/start");
        john.sees("Hello, John!");

        for (var path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            Moment.when(path + " being up", () -> says(path, "{\"status\":\"UP\"}"));
        }
    }

    @Test
    void whoRunsItSeesWhy() {
        assertThat(managed("/actuator/health"))
                .contains("databaseHealth", "pollingHealth", "eldestUpdateSeconds", "eldestParcelSeconds")
                .contains("eldestDueJobSeconds", "\"media\":true", "providersHealth")
                .doesNotContain("jdbc");
    }

    @Test
    void aServiceThatIsOutIsNoReasonToSendPeopleElsewhere() {
        town.speech().post("/faults", "{\"kind\": \"unauthorized\", \"path\": \"transcriptions\"}");
        var john = town.person("John", "en");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "The recognition service is not answering");

        Moment.when("a degraded program", () -> says("/actuator/health", "{\"status\":\"DEGRADED\"}"));
        assertThat(says("/actuator/health/readiness", "{\"status\":\"UP\"}")).isPresent();
        assertThat(says("/actuator/health/liveness", "{\"status\":\"UP\"}")).isPresent();

        town.calm();
        Moment.when("a program that is up again", () -> says("/actuator/health", "{\"status\":\"UP\"}"));
    }

    /** As if an instance that claimed a chat did not get on with it. */
    @Test
    void anUpdateThatNobodyHandlesIsTold() throws InterruptedException {
        var chat = new ChatId(-7);
        try (var stuck = new PostgresClaims(town.dataSource())) {
            assertThat(stuck.claim(chat)).isTrue();
            town.database().sql("""
                INSERT INTO telegram_updates (update_id, json, chat, received_at) VALUES (?, '{}', -7, now() - interval '3 minutes')
                """).param(-System.nanoTime()).update();

            Moment.when("a degraded program", () -> says("/actuator/health", "{\"status\":\"DEGRADED\"}"));
        }
        Moment.when("a program that is up again", () -> says("/actuator/health", "{\"status\":\"UP\"}"));
    }

    @Test
    void theLedgerIsCheckedAtTheStartAndItsMetricsSaySo() {
        Moment.when("a whole check of the ledger", () -> answered("/actuator/metrics/aisha.ledger.checks"));

        assertThat(managed("/actuator/metrics/aisha.ledger.checks?tag=depth:whole&tag=result:checked"))
                .contains("\"COUNT\",\"value\":1.0");
        assertThat(managed("/actuator/metrics/aisha.ledger.findings")).contains("\"value\":0.0", "hold_without_job");
        for (var gauge : List.of("free", "held", "holds.open", "holds.eldest")) {
            assertThat(managed("/actuator/metrics/aisha.ledger." + gauge)).contains("measurements");
        }
    }

    @Test
    void nothingElseIsAnswered() {
        for (var path : List.of(
                "/", "/actuator", "/actuator/env", "/actuator/metrics", "/actuator/prometheus", "/telegram/webhook")) {
            assertThat(status(path)).as(path).isIn(404, 405);
        }
    }

    @Test
    void metricsAreForThoseWhoRunIt() {
        assertThat(managed("/actuator/prometheus")).contains("aisha_updates_kept_total", "jvm_memory_used_bytes");
        assertThat(get(town.management("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(get(town.management("/telegram/webhook")).statusCode()).isEqualTo(404);
    }

    private Optional<Boolean> answered(String path) {
        return is(get(town.management(path)).statusCode() == 200);
    }

    private Optional<Boolean> says(String path, String words) {
        var answer = get(town.address(path));
        return is(answer.statusCode() == 200 && answer.body().equals(words));
    }

    private static Optional<Boolean> is(boolean so) {
        return so ? Optional.of(true) : Optional.empty();
    }

    private String managed(String path) {
        return get(town.management(path)).body();
    }

    private int status(String path) {
        return get(town.address(path)).statusCode();
    }

    private static HttpResponse<String> get(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address.toString(), e);
        }
    }
}
