package app.aisha.adapters.textfiles;

import static app.aisha.core.transcript.RecordingProblem.NO_WORDS;
import static app.aisha.core.transcript.RecordingProblem.TEXT_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Stretch;
import app.aisha.core.transcript.TextFiles;
import app.aisha.core.transcript.TextFiles.Reading;
import app.aisha.core.transcript.TextFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcuTextFilesTest {

    private static final List<String> RUSSIAN = List.of(
            "Съёмка началась в девять утра. Приехали все, кроме оператора: он стоял в пробке на Садовом.",
            "Решили ждать до десяти — и не дольше. «Успеем», — сказала Дина.");

    @TempDir
    private Path folder;

    private final TextFiles textFiles = new IcuTextFiles();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1251", "x-MacCyrillic"})
    void russianIsReadInEveryCharacterSet(String charset) throws Exception {
        assertThat(paragraphs(WrittenFiles.bytes(WrittenFiles.RUSSIAN, charset)))
                .isEqualTo(RUSSIAN);
    }

    /** They have neither quotes nor dashes. */
    @ParameterizedTest
    @ValueSource(strings = {"KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5"})
    void russianIsReadInTheOldCharacterSetsToo(String charset) throws Exception {
        var text = WrittenFiles.RUSSIAN.replaceAll("[«»—]", "-");

        assertThat(paragraphs(WrittenFiles.bytes(text, charset)))
                .isEqualTo(RUSSIAN.stream()
                        .map(paragraph -> paragraph.replaceAll("[«»—]", "-"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "UTF-16LE", "UTF-16BE"})
    void aFewWordsAreEnough(String charset) throws Exception {
        for (var words :
                List.of("Привет, мир!", "Купить хлеб и молоко", "ПРОТОКОЛ СОБРАНИЯ", "Звонил Пётр, ждёт ответа")) {
            assertThat(paragraphs(WrittenFiles.bytes(words, charset))).containsExactly(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Le garçon a mangé une pêche près de la fenêtre où l'été s'achève très tôt cette année.",
        "windows-1252, Die Größe der Tür überraschte den Bäcker; die Straße führt über die Brücke und zurück.",
        "windows-1250, Zażółć gęślą jaźń. Wczoraj poszliśmy do lasu i wróciliśmy dopiero późnym wieczorem.",
        "windows-1253, Η συνάντηση άρχισε στις εννέα το πρωί και όλοι ήταν εκεί εκτός από τον εικονολήπτη.",
        "Shift_JIS, 会議は朝の九時に始まりました。全員が来ましたが、カメラマンだけは渋滞で遅れました。",
        "UTF-32LE, Встреча началась в девять.",
        "US-ASCII, Plain old text."
    })
    void otherLanguagesAreReadToo(String charset, String words) throws Exception {
        var mark = charset.startsWith("UTF-32") ? "\uFEFF" : "";

        assertThat(paragraphs(WrittenFiles.bytes(mark + words, charset))).containsExactly(words);
    }

    @Test
    void aMarkOfUtf8AndLineEndsOfAnySystemAreNoWords() throws Exception {
        assertThat(paragraphs("\uFEFFone\r\n\r\ntwo\r\rthree\n \t\nfour\ffive\0".replace("\0", "\u001A")))
                .containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void linesBrokenForRoomAreOneParagraphAndLinesOfTheirOwnAreNot() throws Exception {
        var wrapped = """
            The meeting began at nine in the morning and everybody
            was there but the camera operator, who was standing in
            a traffic jam.

            We decided to wait until ten, and not a minute longer,
            because the light would be gone by then; so we had tea
            and talked about the weather.
            """;
        assertThat(paragraphs(wrapped)).hasSize(2).allMatch(paragraph -> !paragraph.contains("  "));
        assertThat(paragraphs(wrapped).getFirst()).endsWith("who was standing in a traffic jam.");

        var lines = """
            Anna: How are you doing in this wonderful city of yours?
            Boris: Well.
            Anna: Good.
            - tea
            - milk\
            """;
        assertThat(paragraphs(lines))
                .containsExactly(
                        "Anna: How are you doing in this wonderful city of yours?",
                        "Boris: Well.",
                        "Anna: Good.",
                        "- tea",
                        "- milk");
    }

    @Test
    void subtitlesKeepTheirTimes() throws Exception {
        var read = read(WrittenFiles.bytes(WrittenFiles.SRT, "windows-1251"));

        assertThat(read.format()).isEqualTo(TextFormat.SRT);
        assertThat(read.passages())
                .containsExactly(
                        passage(1_000, 3_500, "Доброе утро."),
                        passage(4_000, 6_000, "Начнём с новостей, а потом обсудим план."),
                        passage(3_723_004, 3_725_000, "До встречи!"));
    }

    @Test
    void subtitlesMayBeWrittenCarelessly() throws Exception {
        var srt = """
            \uFEFF0:00:05.5 --> 0:00:07,25 X1:100 X2:200
            <font color="red">Later</font>, 5 < 6
            12
            00:00:01,000-->00:00:09,000
            {\\an8}<i>Sooner</i>

            and on

            7
            00:00:03,000 --> 00:00:02,000
            10

            8
            00:00:20,000 --> 00:00:21,000
            <b></b>
            """.replace("\n", "\r\n");

        var read = read(srt.getBytes(StandardCharsets.UTF_8));

        assertThat(read.format()).isEqualTo(TextFormat.SRT);
        assertThat(read.passages())
                .containsExactly(
                        passage(1_000, 9_000, "Sooner and on"),
                        passage(3_000, 3_000, "10"),
                        passage(5_500, 7_250, "Later, 5 < 6"));
    }

    @Test
    void webVttIsReadWithoutItsNotesStylesAndSettings() throws Exception {
        var vtt = """
            WEBVTT - a talk
            Kind: captions

            STYLE
            ::cue { color: red }

            REGION
            id:fred

            intro
            00:01.000 --> 00:03.000 line:0 position:20%
            <v.loud Dina Ahmetova>Good <00:02.000><c.yellow>morning</c> &amp; welcome

            NOTE nobody
            sees this

            2
            01:00:00.500 --> 01:00:02.000
            - One
            - Two
            """;

        var read = read(vtt.getBytes(StandardCharsets.UTF_8));

        assertThat(read.format()).isEqualTo(TextFormat.VTT);
        assertThat(read.passages())
                .containsExactly(
                        passage(1_000, 3_000, Optional.of("Dina Ahmetova"), "Good morning & welcome"),
                        passage(3_600_500, 3_602_000, "- One - Two"));
    }

    @Test
    void aTextThatMentionsSubtitlesIsAText() throws Exception {
        assertThat(read("An SRT file\nhas lines\nof this kind:\nlike this\n00:00:01,000 --> 00:00:02,000\nwords"
                                .getBytes(StandardCharsets.UTF_8))
                        .format())
                .isEqualTo(TextFormat.TXT);
        assertThat(read("WEBVTT is a format".getBytes(StandardCharsets.UTF_8)).format())
                .isEqualTo(TextFormat.TXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n ", "\uFEFF\n"})
    void whereThereAreNoWordsThereIsNoText(String words) throws Exception {
        assertThat(reading(words.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(words.isEmpty() ? new Reading.NoText() : new Reading.Unreadable(NO_WORDS));
        assertThat(problem(WrittenFiles.docx("", " "))).isEqualTo(NO_WORDS);
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        assertThat(problem("слово ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXT_TOO_LONG);
        assertThat(problem("a word ".repeat(300_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXT_TOO_LONG);
        assertThat(problem("a\n".repeat(50_001).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXT_TOO_LONG);
        assertThat(read("a word\n".repeat(50_000).getBytes(StandardCharsets.UTF_8))
                        .passages())
                .hasSize(50_000);
        assertThat(problem(WrittenFiles.docx("a word ".repeat(300_000)))).isEqualTo(TEXT_TOO_LONG);
    }

    @Test
    void whatIsNoTextIsNone() throws Exception {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        for (var bytes : List.of(
                png,
                new byte[10_000],
                "\u007fELF\u0002\u0001\u0001".getBytes(StandardCharsets.ISO_8859_1),
                "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8),
                "<?xml version=\"1.0\"?><svg/>".getBytes(StandardCharsets.UTF_8),
                "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8),
                "#EXTM3U\nhttp://localhost/a.ts\n".getBytes(StandardCharsets.UTF_8),
                WrittenFiles.zip(Map.of("readme.txt", "words")),
                WrittenFiles.compound("SomethingElse"))) {
            assertThat(reading(bytes)).isEqualTo(new Reading.NoText());
        }
    }

    private List<String> paragraphs(String text) throws IOException {
        return paragraphs(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> paragraphs(byte[] bytes) throws IOException {
        return read(bytes).passages().stream().map(Passage::text).toList();
    }

    private Reading.Read read(byte[] bytes) throws IOException {
        assertThat(reading(bytes)).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading(bytes);
    }

    private RecordingProblem problem(byte[] bytes) throws IOException {
        assertThat(reading(bytes)).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading(bytes)).problem();
    }

    private Reading reading(byte[] bytes) throws IOException {
        return textFiles.read(Files.write(folder.resolve("recording.mp3"), bytes));
    }

    private static Passage passage(long start, long end, String text) {
        return passage(start, end, Optional.empty(), text);
    }

    private static Passage passage(long start, long end, Optional<String> speaker, String text) {
        var place = new Stretch(Duration.ofMillis(start), Duration.ofMillis(end));
        return new Passage(Optional.of(place), speaker, text);
    }
}
