package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    @Test
    void theDelayDoublesUpToAMinuteOrTwo() {
        assertThat(List.of(1, 2, 3, 4, 5))
                .map(failures -> RetryDelay.after(failures, 0).toSeconds())
                .containsExactly(0L, 1L, 2L, 4L, 8L);
        assertThat(RetryDelay.after(40, 0).toSeconds()).isBetween(60L, 120L);
        assertThat(RetryDelay.after(1, 9).toSeconds()).isEqualTo(9);
        assertThat(RetryDelay.after(1, 99_999).toSeconds()).isEqualTo(3600);
    }
}
