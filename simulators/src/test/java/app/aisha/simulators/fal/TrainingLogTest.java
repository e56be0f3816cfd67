package app.aisha.simulators.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingLogTest {

    private static List<String> messages(double done) {
        return TrainingLog.window(1000, Sandbox.NOW, Duration.ofSeconds(100), done)
                .valueStream()
                .map(entry -> entry.path("message").stringValue())
                .toList();
    }

    @Test
    void showsTheLastLinesOnly() {
        assertThat(messages(0)).containsExactly("Training: 0%|          | 0/1000");
        assertThat(messages(0.4)).hasSize(5).endsWith("Training: 40%|####      | 400/1000");
        assertThat(messages(1))
                .startsWith("Training: 80%|########  | 800/1000")
                .endsWith("Training: 100%|##########| 1000/1000");
    }

    @Test
    void aLineKeepsItsTimeWhileTheWindowMoves() {
        var early = TrainingLog.window(1000, Sandbox.NOW, Duration.ofSeconds(100), 0.4)
                .get(4);
        var later = TrainingLog.window(1000, Sandbox.NOW, Duration.ofSeconds(100), 0.5)
                .get(2);

        assertThat(later).isEqualTo(early);
        assertThat(early.path("timestamp").stringValue()).isEqualTo("2026-11-26T10:00:40.000000");
    }
}
