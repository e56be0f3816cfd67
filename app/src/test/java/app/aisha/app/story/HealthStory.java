package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
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

    @Test
    void aRunningProgramSaysThatItIsUpAndNothingElse() throws Exception {
        var john = town.person("John", "en");
        john.says("/start");
        john.sees("Hello, John!");

        assertThat(answer("/actuator/health")).contains("\"status\":\"UP\"").doesNotContain("jdbc", "path");
    }

    @Test
    void theLedgerIsCheckedAtTheStartAndItsMetricsSaySo() throws Exception {
        Moment.when("a whole check of the ledger", () -> answered("/actuator/metrics/aisha.ledger.checks"));

        assertThat(answer("/actuator/metrics/aisha.ledger.checks?tag=depth:whole&tag=result:checked"))
                .contains("\"COUNT\",\"value\":1.0");
        assertThat(answer("/actuator/metrics/aisha.ledger.findings")).contains("\"value\":0.0", "hold_without_job");
        for (var gauge : List.of("free", "held", "holds.open", "holds.eldest")) {
            assertThat(status("/actuator/metrics/aisha.ledger." + gauge)).isEqualTo(200);
        }
    }

    @Test
    void nothingElseIsAnswered() throws Exception {
        for (var path : List.of("/", "/actuator/env", "/actuator/beans", "/telegram/webhook")) {
            assertThat(status(path)).as(path).isIn(404, 405);
        }
    }

    private Optional<Boolean> answered(String path) {
        try {
            return status(path) == 200 ? Optional.of(true) : Optional.empty();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private String answer(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(town.address(path)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(town.address(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
