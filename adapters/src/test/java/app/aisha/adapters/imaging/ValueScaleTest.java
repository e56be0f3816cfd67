package app.aisha.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "3, 1, 3",
        "4, 1, 4",
        "5, 2, 6",
        "8, 2, 8",
        "9, 5, 10",
        "100, 50, 100",
        "166, 50, 200",
        "201, 100, 300",
        "4001, 2000, 6000",
        "9223372036854775807, 5e18, 1e19"
    })
    void ticksAreFewAndRound(long highest, double step, double top) {
        assertThat(ValueScale.upTo(highest)).isEqualTo(new ValueScale(step, top));
    }

    @Test
    void smallNumbersAreWrittenOut() {
        assertThat(ValueScale.upTo(6000).labels(Language.EN)).containsExactly("0", "2,000", "4,000", "6,000");
        assertThat(ValueScale.upTo(6000).labels(Language.RU))
                .containsExactly("0", "2\u00A0000", "4\u00A0000", "6\u00A0000");
    }

    @Test
    void largeNumbersAreShort() {
        assertThat(ValueScale.upTo(12_000).labels(Language.EN)).containsExactly("0", "5K", "10K", "15K");
        assertThat(ValueScale.upTo(2_000_000).labels(Language.RU))
                .containsExactly("0", "500\u00A0тыс.", "1\u00A0млн", "1,5\u00A0млн", "2\u00A0млн");
    }
}
