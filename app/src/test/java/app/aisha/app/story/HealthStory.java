package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
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
    void nothingElseIsAnswered() throws Exception {
        for (var path : List.of("/", "/actuator/env", "/actuator/beans", "/telegram/webhook")) {
            assertThat(status(path)).as(path).isIn(404, 405);
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
