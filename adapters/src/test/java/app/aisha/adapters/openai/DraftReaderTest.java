package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.digest.Draft;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DraftReaderTest {

    private static final Draft ONE =
            new Draft.Summary(List.of(new Draft.Claim("A", "b c d", Optional.of(Duration.ofSeconds(754)))));

    private static Optional<Draft> summary(String said) {
        return new DraftReader(DigestForm.SUMMARY).read(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"points\":[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":\"00:12:34\"}]}",
                "```json\n{\"points\":[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":\"12:34\"}]}\n```",
                "Sure {really}! Here: {\"points\":[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":\"[00:12:34]\"}]} Ok?",
                "<think>{\"points\":[]}</think>{\"points\":[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":754}]}",
                "{\"summary\":{\"points\":[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":\"754\"}]}}",
                "[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":\"0:12:34\"}]",
                "{\"points\":{\"text\":\"A\",\"quote\":\"b c d\",\"at\":\"754s\",\"more\":[1]},\"x\":null}",
                "{\"points\":[{\"text\":\" A\u0000\\u0000\\n\",\"quote\":\"b\nc\\td\",\"at\":\"12:34-13:00\"},],}",
                "{\"points\":[{\"text\":\"A\",\"quote\":\"b c d\",\"at\":754},{\"quote\":\"x\"},{},null,[1]]}"
            })
    void whatMeansTheSameIsReadTheSame(String said) {
        assertThat(summary(said)).contains(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No.",
                "{",
                "{}",
                "[]",
                "null",
                "{\"points",
                "{\"points\":[{\"text\":\"cut o",
                "{\"tasks\":[]}",
                "[\"points\"]",
                "<html>{points}</html>"
            })
    void whatHasNotTheFormIsNoDraft(String said) {
        assertThat(summary(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"points\":[]}", "{\"points\":null}", "{\"points\":\"none\"}", "{\"points\":[null,\"-\"]}"})
    void nothingIsAnEmptyList(String said) {
        assertThat(summary(said)).contains(new Draft.Summary(List.of()));
    }

    @Test
    void whatIsMissingOrSaysNothingIsEmpty() {
        var said =
                "{\"tasks\":[{\"what\":\"Call\",\"who\":\"null\",\"due\":\"n/a\",\"date\":\"soon\"},{\"what\":7,\"who\":\"S1\",\"due\":\"by"
                    + " Friday\",\"date\":\"2026-11-27T00:00\",\"quote\":12,\"at\":-5},"
                    + "{\"what\":\"Write\",\"date\":\"1.12.2026\"},{\"what\":\"Read\",\"date\":\"2026-02-30\"}]}";

        assertThat(new DraftReader(DigestForm.TO_DO).read(said))
                .contains(new Draft.ToDo(List.of(
                        task("Call", Optional.empty()),
                        new Draft.Task(
                                "7",
                                Optional.of("S1"),
                                Optional.of("by Friday"),
                                Optional.of(LocalDate.of(2026, 11, 27)),
                                "12",
                                Optional.empty()),
                        task("Write", Optional.of(LocalDate.of(2026, 12, 1))),
                        task("Read", Optional.empty()))));
    }

    private static Draft.Task task(String what, Optional<LocalDate> date) {
        return new Draft.Task(what, Optional.empty(), Optional.empty(), date, "", Optional.empty());
    }

    @Test
    void partsOfAProtocolMayBeMissing() {
        assertThat(
                        new DraftReader(DigestForm.PROTOCOL)
                                .read(
                                        "{\"participants\":[\"S1\",\"S1\",{\"name\":\"Anna\"},\"unknown\",3],\"decisions\":[\"Go\"]}"))
                .contains(new Draft.Protocol(
                        List.of("S1", "Anna", "3"),
                        List.of(),
                        List.of(),
                        List.of(new Draft.Claim("Go", "", Optional.empty())),
                        List.of()));
    }

    @Test
    void farTooMuchIsBounded() {
        var item = "{\"text\":\"%s\",\"quote\":\"q\",\"at\":null},".formatted("😀".repeat(5_000));

        assertThat(summary("{\"points\":[" + item.repeat(300) + "]}"))
                .containsInstanceOf(Draft.Summary.class)
                .get()
                .isInstanceOfSatisfying(
                        Draft.Summary.class,
                        summary -> assertThat(summary.points())
                                .hasSize(200)
                                .allSatisfy(claim -> assertThat(claim.text()).hasSizeLessThanOrEqualTo(2_000)));
        assertThat(summary("{\"points\":" + "[".repeat(100_000))).isEmpty();
        assertThat(summary("{".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"12:34\"', 754000",
        "'\"1:02:03\"', 3723000",
        "'\"00:12:34\"', 754000",
        "'\"[00:12:34] S1\"', 754000",
        "'\"(12:34.5)\"', 754500",
        "'\"75:10\"', 4510000",
        "754, 754000",
        "754.25, 754250",
        "'\"754 sec\"', 754000",
        "0, 0"
    })
    void timesComeInManyForms(String json, long millis) {
        assertThat(TimeCode.read(new JsonMapper().readTree(json))).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"soon\"",
                "\"12:75\"",
                "\"1:75:00\"",
                "\"1:2:3:4\"",
                "-1",
                "1e30",
                "999999999",
                "true",
                "[]",
                "\"-5\""
            })
    void whatIsNoTimeIsNone(String json) {
        assertThat(TimeCode.read(new JsonMapper().readTree(json))).isEmpty();
    }

    @Test
    void noAnswerIsTooOdd() {
        var parts = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"points\":",
                "\"text\":",
                "\"at\":",
                "\"a\"",
                "null",
                "1e999",
                "-1",
                "```",
                "\u0000",
                "\\ud800",
                "<think>",
                "</think>",
                "слово ",
                "\"tasks\":",
                "\"what\":",
                "\"date\":");
        for (var seed = 1; seed <= 5_000; seed++) {
            var random = new Random(seed);
            var said = new StringBuilder(random.nextBoolean() ? "{\"points\":[" : "");
            for (var i = random.nextInt(15); i > 0; i--) {
                said.append(parts.get(random.nextInt(parts.size())));
            }
            for (var form : DigestForm.values()) {
                assertThat(new DraftReader(form).read(said.toString()))
                        .as("seed %d", seed)
                        .isNotNull();
            }
        }
    }
}
