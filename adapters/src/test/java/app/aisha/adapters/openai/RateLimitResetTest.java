package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitResetTest {

    @ParameterizedTest
    @CsvSource({"1s, 1000", "6m0s, 360000", "12ms, 12", "7.66s, 7660", "1h2m3.5s, 3723500", "400d, 86400000", "0s, 0"})
    void durationsAreReadInTheirParts(String value, long millis) {
        assertThat(RateLimitReset.of(headers(Map.of("x-ratelimit-reset-requests", value))))
                .contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "5", "-1s", "1s!", "99999999999999999999s"})
    void whatIsNoDurationIsIgnored(String value) {
        assertThat(RateLimitReset.of(headers(Map.of("x-ratelimit-reset-tokens", value))))
                .isEmpty();
    }

    @Test
    void onlyTheLimitThatIsUsedUpCounts() {
        var headers = Map.of(
                "x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "2s",
                "x-ratelimit-remaining-tokens", "100",
                "x-ratelimit-reset-tokens", "9s");

        assertThat(RateLimitReset.of(headers(headers))).contains(Duration.ofSeconds(2));
    }

    private static HttpHeaders headers(Map<String, String> values) {
        return HttpHeaders.of(
                values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue()))),
                (_, _) -> true);
    }
}
