package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechAnswerTest {

    private final SpeechAnswer answer = new SpeechAnswer(Duration.ofSeconds(60), SpeechFormat.JSON);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':' a b '} | a b",
                "{'text':''} | ''",
                "{'text':null} | ''",
                "'a b' | a b",
                "just words | just words",
                "[музыка] и слова | [музыка] и слова",
                "42 | 42",
                "{'segments':[{'start':0,'end':1,'text':' a'},{'start':1,'end':2,'text':' b'}]} | a b"
            })
    void everyFormOfAnAnswerIsRead(String body, String text) {
        assertThat(answer.read(body.replace('\'', '"')).map(Heard::text)).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'languages':[{'code':'ru'}] | ru",
                "'languages':[] | ``",
                "'language':'English' | en",
                "'language':'pt-BR' | pt",
                "'language':'klingon' | ``",
                "'language':null | ``"
            })
    void theLanguageIsReadAsACode(String field, String code) {
        var body = "{'text':'a',%s}".formatted(field).replace('\'', '"');

        assertThat(answer.read(body).flatMap(Heard::language).orElse("")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2.5, 60", "2500, 60000", "2500000000, 60000000000"})
    void timesAreSecondsMillisecondsOrNanoseconds(String start, String end) {
        var body = """
            {"text":"a","segments":[{"start":%s,"end":%s,"text":"a"}]}\
            """.formatted(start, end);

        assertThat(answer.read(body)).map(Heard::segments).contains(segment(2500, 60_000));
    }

    @Test
    void segmentsWithoutTimesAreNone() {
        var body = """
            {"text":"a b","segments":[{"start":0,"end":1,"text":"a"},{"text":"b"}]}\
            """;

        assertThat(answer.read(body)).contains(new Heard("a b", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "<!DOCTYPE html>",
                "<h1>502</h1>",
                "<?xml version='1.0'?>",
                "[]",
                "null",
                "a\0b",
                "{\"text\": \"cut"
            })
    void whatIsNoAnswerIsNotTakenForOne(String body) {
        assertThat(answer.read(body)).isEmpty();
    }

    @Test
    void plainTextMayBeEmptyAndMayBeginWithABracket() {
        var plain = new SpeechAnswer(Duration.ofSeconds(60), SpeechFormat.TEXT);

        assertThat(plain.read("\n")).map(Heard::text).contains("");
        assertThat(plain.read("<unk> well")).map(Heard::text).contains("<unk> well");
    }

    @Test
    void noAnswerIsTooOddToBeRead() {
        var parts = List.of(
                "{",
                "}",
                "[",
                "]",
                "\"text\":",
                "\"segments\":",
                "\"a\"",
                ",",
                "null",
                "1e999",
                "-1",
                "\\u12",
                "<html>");
        for (var seed = 1; seed <= 3000; seed++) {
            var random = new Random(seed);
            var body = new StringBuilder();
            for (var i = random.nextInt(12); i >= 0; i--) {
                body.append(parts.get(random.nextInt(parts.size())));
            }

            assertThat(answer.read(body.toString()))
                    .as("seed %d: %s", seed, body)
                    .isNotNull();
            assertThat(ServiceError.read(body.toString())).isNotNull();
        }
    }

    private static List<Segment> segment(long start, long end) {
        return List.of(new Segment(Duration.ofMillis(start), Duration.ofMillis(end), "a", Optional.empty()));
    }
}
