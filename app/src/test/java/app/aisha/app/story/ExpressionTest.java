package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Scrape SCRAPE = new Scrape(Map.of(
            "aisha_cats_total", Set.of("kind"), "aisha_dogs_total", Set.of(), "aisha_age_seconds", Set.of("name")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(aisha_dogs_total)",
                "up{job=\"aisha\"} == 0",
                "sum by (kind) (rate(aisha_cats_total{kind=~\"black|no_such_thing\",instance=~\"$instance\"}[5m])) > 0",
                "sum by (instance) (rate(aisha_dogs_total[$__rate_interval])) / max(aisha_age_seconds{name!=\"}\"})",
                "label_values(aisha_cats_total, instance)"
            })
    void whatIsThereIsFine(String text) {
        assertThat(new Expression(text).unknownTo(SCRAPE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(aisha_horses_total) | aisha_horses_total",
                "aisha_dogs_total{kind=\"black\"} | aisha_dogs_total{kind}",
                "sum by (name) (aisha_cats_total) | name",
                "1 > 0 | no metric at all in 1 > 0"
            })
    void whatIsNotThereIsNamed(String text, String missing) {
        assertThat(new Expression(text).unknownTo(SCRAPE)).containsExactly(missing);
    }
}
