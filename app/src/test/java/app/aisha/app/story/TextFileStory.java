package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that are sent as files, and the words that a person wants to be spelt right. */
class TextFileStory {

    private static final Pattern TIMES =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d[,.]\\d{3} --> \\d\\d:\\d\\d:\\d\\d[,.]\\d{3}");

    private static final String RUSSIAN = """
        Съёмка началась в девять утра. Приехали все, кроме оператора: он стоял в пробке на Садовом.

        Решили ждать до десяти — и не дольше. «Успеем», — сказала Дина.
        """;

    private static final String SRT = """
        1
        00:00:01,000 --> 00:00:03,500
        Доброе утро.

        2
        00:00:04,000 --> 00:00:06,000
        Начнём с новостей,
        а потом обсудим план.

        3
        01:02:03,004 --> 01:02:05,000
        До встречи!
        """;

    private static final String DOCX_TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                    + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Town town = Town.with(Town.Intake.POLLING);
    private final Person dilnara = town.person("Диля", "ru");
    private final Person john = town.person("John", "en");

    @BeforeEach
    void calm() {
        town.calm();
        town.speech().delete("/calls");
    }

    @Test
    void aTextInAnOldCharacterSetIsATranscriptForNothing() {
        var bytes = RUSSIAN.getBytes(Charset.forName("windows-1251"));

        var card = dilnara.seesInReplyTo(dilnara.sends("document", "заметки.bin", bytes), "текстовый файл");

        assertThat(Person.textOf(card))
                .contains("📄 заметки.bin", "Съёмка началась в девять утра", "«Успеем», — сказала Дина.")
                .doesNotContain("0:00", "кредит");
        assertThat(Person.labels(card))
                .contains("📄 Полный текст", "📤 Экспорт", "🗑 Удалить")
                .doesNotContain("🌐 Другой язык", "🎧 Оригинал");
        assertThat(town.database()
                        .sql("SELECT count(*) FROM holds WHERE subject IN (SELECT t.id FROM user_transcripts t"
                                + " JOIN users u ON u.id = t.user_id WHERE u.chat_id = ?)")
                        .param(Long.parseLong(dilnara.id()))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(calls()).isEmpty();
        dilnara.taps("📄 Полный текст");
        assertThat(dilnara.fileEndingWith(".txt")).contains("на Садовом.\n\nРешили ждать");
        dilnara.says("/transcripts оператор");
        assertThat(Person.textOf(dilnara.sees("🔍 оператор"))).contains("кроме оператора");
    }

    @Test
    void aDocumentOfWordIsReadInEnglishToo() {
        var docx = docx(
                "<w:document xmlns:w=\"%s\"><w:body><w:p><w:r><w:t>First paragraph.</w:t></w:r></w:p>".formatted(WORDS)
                        + "<w:p><w:r><w:t>Второй абзац.</w:t></w:r></w:p></w:body></w:document>");

        var card = john.seesInReplyTo(john.sends("document", "letter.docx", docx), "text file");

        assertThat(Person.textOf(card)).contains("4 words", "First paragraph.\n\nВторой абзац.");
        john.taps("📤 Export");
        var formats = Person.labels(john.messageWithButton("DOCX"));
        assertThat(formats).contains("TXT", "Markdown", "PDF", "JSON").doesNotContain("SRT", "VTT");
        assertThat(calls()).isEmpty();
    }

    @Test
    void subtitlesComeBackWithTheirTimes() {
        var srt = SRT.getBytes(StandardCharsets.UTF_8);
        dilnara.seesInReplyTo(dilnara.sends("document", "film.txt", srt), "Доброе утро.");
        dilnara.taps("📤 Экспорт");

        dilnara.taps("SRT");

        var back = dilnara.fileEndingWith(".srt");
        assertThat(times(back)).hasSize(3).isEqualTo(times(SRT));
        assertThat(back).contains("Начнём с новостей, а потом обсудим план.");
    }

    @Test
    void thoseWhoSpeakInSubtitlesKeepTheirNames() {
        var vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dina>Hello there\n\n00:05.000 --> 00:06.500\n<v Sam>Hi\n";

        var card = john.seesInReplyTo(
                john.sends("document", "talk.vtt", vtt.getBytes(StandardCharsets.UTF_8)), "Hello there");

        assertThat(Person.textOf(card)).contains("2 speakers", "Dina: Hello there", "Sam: Hi");
        john.taps("📤 Export");
        john.taps("VTT");
        var back = john.fileEndingWith(".vtt");
        assertThat(times(back)).containsExactly("00:00:01.000 --> 00:00:02.000", "00:00:05.000 --> 00:00:06.500");
        assertThat(back).contains("Dina", "Sam");
    }

    @Test
    void nastyFilesAreRefusedInTheLanguageOfWhoSentThem() {
        var noise = new byte[3000];
        new Random(7).nextBytes(noise);
        var large = "слово за слово\n".repeat(750_000).getBytes(StandardCharsets.UTF_8);
        var secret = docx(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"%s\">".formatted(WORDS)
                        + "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>");

        isRefused("binary.txt", noise, "Это не запись", "This is not a recording");
        isRefused("empty.txt", new byte[0], "Файл пустой", "The file is empty");
        isRefused("spaces.txt", " \n\n ".getBytes(StandardCharsets.UTF_8), "нет ни одного слова", "not a single word");
        isRefused("large.txt", large, "Текст слишком большой", "The text is too large");
        isRefused("xxe.docx", secret, "Документ повреждён", "The document is damaged");
        dilnara.neverSees("root:");
        assertThat(calls()).isEmpty();
    }

    @Test
    void brokenSubtitlesAreStillAText() {
        var srt = "1\n00:00:01,000 -> 00:00\nПривет\n".getBytes(StandardCharsets.UTF_8);

        dilnara.seesInReplyTo(dilnara.sends("document", "broken.srt", srt), "Привет");
    }

    @Test
    void theVocabularyGoesAlongWithEveryRecording() {
        john.says("/settings");
        john.taps("📖 Vocabulary: empty");
        john.taps("✍️ Change");
        john.says("Kafka, Диля Ахметова\n<Tag> & Co");
        john.sees("Kafka, Диля Ахметова, <Tag> & Co");
        town.hears("Kafka it is.");

        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Kafka it is.");

        assertThat(keywords()).containsExactly("Kafka", "Диля Ахметова", "Tag & Co");
        john.says("/settings");
        john.taps("📖 Vocabulary: 3 words");
        john.taps("🗑 Clear");
        john.taps("🗑 Yes, remove");
        john.sees("Empty so far");
        town.speech().delete("/calls");
        town.hears("Nothing to spell.");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Nothing to spell.");
        assertThat(keywords()).isEmpty();
    }

    private void isRefused(String name, byte[] bytes, String russian, String english) {
        dilnara.seesInReplyTo(dilnara.sends("document", name, bytes), russian);
        john.seesInReplyTo(john.sends("document", name, bytes), english);
    }

    private static byte[] docx(String document) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(DOCX_TYPES.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> times(String subtitles) {
        return TIMES.matcher(subtitles).results().map(MatchResult::group).toList();
    }

    private List<String> calls() {
        var found = new ArrayList<String>();
        town.speech().get("/calls").forEach(call -> found.add(call.get("path").asString()));
        return found;
    }

    private List<String> keywords() {
        var found = new ArrayList<String>();
        town.speech()
                .get("/calls")
                .forEach(call ->
                        call.get("fields").path("keywords[]").forEach(keyword -> found.add(keyword.asString())));
        return found;
    }
}
