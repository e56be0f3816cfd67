package app.aisha.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.document.Fact;
import app.aisha.core.document.TextDocument;
import app.aisha.core.document.WriteDocument;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.work.ScratchFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestExportTest {

    private static final Naming NAMING =
            new Naming(Speakers.unnamed(2).named("S1", Optional.of("Диля $1")), number -> "Голос " + number);
    private static final DigestDocument.Words WORDS = new DigestDocument.Words(
            new DigestDocument.Words.Protocol("Участники", "Повестка", "Обсуждение", "Решения", "Задачи"),
            "Вопрос",
            "Задач нет",
            "В записи этого нет",
            date -> date.getDayOfMonth() + "." + date.getMonthValue());
    private static final DigestDocument.Head HEAD =
            new DigestDocument.Head("Планёрка", Locale.of("ru"), List.of(new Fact("Дата", "23.11")));
    private static final Content.Task CALL = new Content.Task(
            "Позвонить, S2; и \\ ждать",
            Optional.of("S1"),
            Optional.of(new Content.Due("до пятницы", Optional.of(LocalDate.of(2026, 11, 27)))),
            Optional.of(Duration.ofSeconds(754)),
            false);
    private static final Content.Task BUY = new Content.Task(
            "Купить " + "очень 😀 длинный список ".repeat(9),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true);
    private static final Content.Statement POINT =
            new Content.Statement("S2 против", Optional.of(Duration.ofSeconds(61)));

    @TempDir
    private Path folder;

    private static Digest.Ready ready(Request request, Content content) {
        return DigestExamples.asked(TranscriptExamples.someId(), TranscriptExamples.someone(), request)
                .ready(content, 0, "model");
    }

    private String text(Request request, Content content) {
        return text(DigestDocument.of(ready(request, content), HEAD, WORDS, NAMING), DocumentFormat.TXT);
    }

    private String text(TextDocument document, DocumentFormat format) {
        var writeDocument = new WriteDocument(
                (it, target) -> Files.writeString(target, it.title()),
                (it, target) -> Files.writeString(target, it.title()));
        return new ExportDocument(writeDocument, new ScratchFolders(folder))
                .export(document, format)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("none");
    }

    @Test
    void labelsBecomeNames() {
        assertThat(NAMING.named("S1, S2 и S3: S1's S10 xS1 S1б _S1 (S2)"))
                .isEqualTo("Диля $1, Голос 2 и S3: Диля $1's S10 xS1 S1б _S1 (Голос 2)");
        assertThat(new Naming(Speakers.UNKNOWN, _ -> "?").named("Samsung S1")).isEqualTo("Samsung S1");
    }

    @Test
    void aSummaryIsParagraphsWithTimes() {
        assertThat(text(new Request.Summary(), new Content.Summary(List.of(POINT))))
                .isEqualTo("Планёрка\n\nДата: 23.11\n\n[00:01:01] Голос 2 против\n");
    }

    @Test
    void tasksHaveMarksAndConditions() {
        assertThat(text(new Request.ToDo(), new Content.ToDo(List.of(CALL, BUY))))
                .contains("☐ [00:12:34] Позвонить, Голос 2; и \\ ждать — Диля $1, до пятницы (27.11)\n")
                .contains("☑ Купить очень");
        assertThat(text(new Request.ToDo(), new Content.ToDo(List.of()))).endsWith("\n\nЗадач нет\n");
    }

    @Test
    void anAnswerStandsUnderItsQuestion() {
        var request = new Request.Question("Кто против?");
        assertThat(text(request, new Content.Answer(List.of(POINT))))
                .contains("Вопрос: Кто против?\nДата: 23.11\n\n[00:01:01] Голос 2 против\n");
        assertThat(text(request, new Content.Answer(List.of()))).endsWith("\n\nВ записи этого нет\n");
    }

    @Test
    void aProtocolHasHeadingsForWhatIsInIt() {
        var all = text(
                new Request.Protocol(),
                new Content.Protocol(List.of("S1"), List.of(POINT), List.of(POINT), List.of(POINT), List.of(CALL)));
        assertThat(all.lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "Планёрка",
                        "Дата: 23.11",
                        "Участники",
                        "• Диля $1",
                        "Повестка",
                        "• [00:01:01] Голос 2 против",
                        "Обсуждение",
                        "[00:01:01] Голос 2 против",
                        "Решения",
                        "• [00:01:01] Голос 2 против",
                        "Задачи",
                        "☐ [00:12:34] Позвонить, Голос 2; и \\ ждать — Диля $1, до пятницы (27.11)");
        assertThat(text(
                        new Request.Protocol(),
                        new Content.Protocol(List.of(), List.of(), List.of(), List.of(POINT), List.of())))
                .contains("Решения")
                .doesNotContain("Участники", "Повестка", "Обсуждение", "Задачи");
    }

    @Test
    void itIsWrittenInEveryFormatButSubtitles() {
        var document =
                DigestDocument.of(ready(new Request.ToDo(), new Content.ToDo(List.of(CALL))), HEAD, WORDS, NAMING);
        for (var format : DocumentFormat.values()) {
            var isSubtitles = format == DocumentFormat.SRT || format == DocumentFormat.VTT;
            assertThat(text(document, format).equals("none")).isEqualTo(isSubtitles);
        }
    }

    @Test
    void aCalendarHasTheTasksWithDaysAndStates() {
        var ready = ready(new Request.ToDo(), new Content.ToDo(List.of(CALL, BUY)));

        var calendar = new String(
                CalendarText.of(ready, "План\nна, день", NAMING, Instant.parse("2026-11-23T10:11:12.9Z")),
                StandardCharsets.UTF_8);

        var id = ready.id().value();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("END:VTODO\r\nEND:VCALENDAR\r\n");
        assertThat(calendar.replace("\r\n ", "").lines())
                .containsSubsequence(
                        "BEGIN:VTODO",
                        "UID:" + id + "-0",
                        "DTSTAMP:20261123T101112Z",
                        "SUMMARY:Позвонить\\, Голос 2\\; и \\\\ ждать",
                        "DESCRIPTION:Диля $1\\nдо пятницы\\nПлан\\nна\\, день\\n00:12:34",
                        "DUE;VALUE=DATE:20261127",
                        "STATUS:NEEDS-ACTION",
                        "END:VTODO",
                        "BEGIN:VTODO",
                        "UID:" + id + "-1",
                        "DTSTAMP:20261123T101112Z",
                        "SUMMARY:" + BUY.what(),
                        "STATUS:COMPLETED",
                        "END:VTODO");
    }

    @Test
    void linesOfACalendarHaveAtMost75OctetsAndWholeCharacters() {
        var bytes = CalendarText.of(
                ready(new Request.ToDo(), new Content.ToDo(List.of(BUY))), "Title", NAMING, Instant.EPOCH);
        var calendar = new String(bytes, StandardCharsets.UTF_8);

        assertThat(calendar.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD", "\r", "\n");
        });
        assertThat(calendar.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:" + BUY.what() + "\r\n");
    }
}
