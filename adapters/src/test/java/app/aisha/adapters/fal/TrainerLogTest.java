package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.Steps;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TrainerLogTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "400/1000, 400, 1000",
        "Training: 40%|####      | 400/1000, 400, 1000",
        "'Training:  40%|████      | 400/1000 [03:10<04:45,  2.10it/s, loss=0.4]', 400, 1000",
        "INFO step 7 / 10 done, 7, 10",
        "0/1500, 0, 1500",
    })
    void stepsAreRead(String message, int done, int total) {
        assertThat(steps(message)).contains(new Steps(done, total));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no numbers",
                "2024/12/20 15:37",
                "1200/1000",
                "1/0",
                "Loading checkpoint shards: 100%|####| 7/7",
                "Downloading 3/5",
                "Caching latents: 15/15",
                "/data/12/34/x",
                "1.5/2",
                "99999999/99999999"
            })
    void whatIsNoStepIsNot(String message) {
        assertThat(steps(message)).isEmpty();
    }

    @Test
    void theFurthestOfTheLongestCountWins() {
        assertThat(TrainerLog.steps(List.of(line("30/1000"), line("epoch 9/10"), line("20/1000"))))
                .contains(new Steps(30, 1_000));
    }

    @Test
    void theLogIsBounded() {
        var lines = IntStream.range(0, 300)
                .mapToObj(i -> "{\"timestamp\":\"%d\",\"message\":\"%s\"}".formatted(i, "x".repeat(600)))
                .toList();
        var log = TrainerLog.read(JSON.readTree(lines.toString()));

        assertThat(log).hasSize(200).allMatch(line -> line.message().length() == 500);
        assertThat(log.getLast().time()).isEqualTo("299");
        assertThat(TrainerLog.read(JSON.readTree("null"))).isEmpty();
        assertThat(TrainerLog.read(JSON.readTree("[1,null,{\"message\":{}}]"))).isEmpty();
    }

    private static Optional<Steps> steps(String message) {
        return TrainerLog.steps(List.of(line(message)));
    }

    private static LogLine line(String message) {
        return new LogLine("t", message);
    }
}
