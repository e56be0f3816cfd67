package app.aisha.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.ExportedFile;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.core.account.Language;
import app.aisha.core.digest.Content;
import app.aisha.core.digest.Content.Statement;
import app.aisha.core.digest.Content.Task;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestNotice;
import app.aisha.core.digest.DigestProblem;
import app.aisha.core.digest.Request;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestDialogTest {

    private final Desk desk = new Desk();
    private final Texts texts = new Texts();
    private final DigestScreens screens = new DigestScreens(texts);
    private final Transcript.Ready transcript =
            desk.spoken(Speakers.unnamed(2).named("S1", Optional.of("Диля <3")), "Продажи выросли.", "Позвони завтра.");

    private Turn tap(Action action) {
        return desk.tap(action, desk.dilnara);
    }

    private String shown(Screen screen) {
        return texts.html(screen.text(), Language.RU);
    }

    private String shown(Turn turn) {
        return shown(turn.screen().orElseThrow());
    }

    private static Stream<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream().flatMap(List::stream).map(Button::action);
    }

    private Digest.Ready made(DigestKind kind, Content content) {
        tap(new DigestAction.Make(transcript.id(), kind));
        var ready = desk.askedLast().ready(content, 2, "gpt-6-luna");
        desk.digests.save(ready);
        return ready;
    }

    private static Optional<Duration> at(int seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static Task task(String what) {
        return new Task(what, Optional.of("S2"), Optional.empty(), at(10), false);
    }

    private Digest.Ready list(int tasks) {
        return made(
                DigestKind.TO_DO,
                new Content.ToDo(IntStream.range(0, tasks)
                        .mapToObj(i -> task("Дело " + i))
                        .toList()));
    }

    @Test
    void theFirstTapBeginsAndTheSecondShowsWhatIsThere() {
        assertThat(actions(tap(new TranscriptAction.Open(transcript.id(), Optional.empty()))))
                .contains(
                        new DigestAction.Make(transcript.id(), DigestKind.SUMMARY),
                        new DigestAction.Make(transcript.id(), DigestKind.TO_DO),
                        new DigestAction.Make(transcript.id(), DigestKind.PROTOCOL),
                        new DigestAction.Ask(transcript.id()));

        var make = new DigestAction.Make(transcript.id(), DigestKind.SUMMARY);
        assertThat(tap(make).toast()).contains(new DigestText.Begun());
        assertThat(tap(make).toast()).contains(new DigestText.UnderWay());
        desk.digests.save(desk.askedLast()
                .ready(
                        new Content.Summary(List.of(new Statement("S1 рада: продажи <b>растут</b>", at(65)))),
                        2,
                        "gpt-6-luna"));

        assertThat(shown(tap(make)))
                .startsWith("<b>📌 Конспект</b> · Голосовое сообщение")
                .contains("• Диля &lt;3 рада: продажи &lt;b&gt;растут&lt;/b&gt; [1:05]")
                .contains("gpt-6-luna")
                .contains("2 утверждения опущены");
        assertThat(desk.jobs.line()).hasSize(1);
    }

    @Test
    void tasksAreTickedOffAndStaySo() {
        var list = list(10);

        var ticked = tap(new DigestAction.Tick(list.id(), 9));

        assertThat(shown(ticked))
                .contains("◻️ 9. Дело 8 — <b>Собеседник 2</b> [0:10]", "☑️ <s>10. Дело 9</s>", "2 / 2");
        assertThat(actions(ticked))
                .contains(new DigestAction.Tick(list.id(), 8), new DigestAction.Untick(list.id(), 9))
                .contains(new DigestAction.Open(list.id(), 0))
                .doesNotContain(new DigestAction.Tick(list.id(), 7));
        assertThat(shown(tap(new DigestAction.Open(list.id(), 1)))).contains("☑️ <s>10. Дело 9</s>");
        assertThat(shown(tap(new DigestAction.Untick(list.id(), 9)))).contains("◻️ 10. Дело 9");
        assertThat(desk.tap(new DigestAction.Tick(list.id(), 9), desk.anna).toast())
                .contains(new DigestText.NotFound());
        assertThat(tap(new DigestAction.Tick(list.id(), 10)).toast()).contains(new DigestText.NotFound());
    }

    @Test
    void aProtocolHasHeadingsForWhatThereIs() {
        var protocol = made(
                DigestKind.PROTOCOL,
                new Content.Protocol(
                        List.of("S2", "Диля"),
                        List.of(),
                        List.of(new Statement("Продажи", at(1))),
                        List.of(),
                        List.of(new Task(
                                "Позвонить",
                                Optional.empty(),
                                Optional.of(new Content.Due("завтра", Optional.of(LocalDate.of(2026, 11, 24)))),
                                at(10),
                                false))));

        assertThat(shown(tap(new DigestAction.Open(protocol.id(), 0))))
                .contains("<b>Участники</b>\n• Собеседник 2\n• Диля")
                .contains("<b>Обсуждение</b>")
                .containsPattern("1\\. Позвонить, срок: завтра \\(24.нояб\\..2026.г\\.\\) \\[0:10]")
                .doesNotContain("Повестка", "Решения");
    }

    @Test
    void aQuestionIsTheNextMessageAndItsAnswerIsKept() {
        var ask = tap(new DigestAction.Ask(transcript.id()));
        var asking = new DigestStep.Asking(transcript.id());
        assertThat(ask.next()).isEqualTo(new Turn.Next.Await(asking));

        assertThat(desk.say("x".repeat(Request.Question.LONGEST + 1), asking, desk.dilnara)
                        .next())
                .isEqualTo(new Turn.Next.Await(asking));
        var taken = desk.say("Что с продажами?", asking, desk.dilnara);
        assertThat(taken.next()).isEqualTo(new Turn.Next.Close());
        assertThat(taken.screen()).isEmpty();
        desk.digests.save(desk.askedLast().ready(new Content.Answer(List.of()), 0, "gpt-6-luna"));

        var again = desk.say(" Что  с продажами? ", asking, desk.dilnara);
        assertThat(shown(again)).startsWith("💬 <b>Что с продажами?</b>").contains("В этой записи об этом не говорят.");
        assertThat(actions(again)).contains(new DigestAction.Ask(transcript.id()));
        assertThat(desk.jobs.line()).hasSize(1);
    }

    @Test
    void aFailureIsAMessageAndCanBeTriedAgain() {
        tap(new DigestAction.Make(transcript.id(), DigestKind.SUMMARY));
        var first = desk.askedLast();
        desk.digests.save(first.failed(DigestProblem.UNFOUNDED));

        var failed = screens.of(desk.digests.find(first.id()).orElseThrow(), transcript, desk.dilnara, 0);
        assertThat(shown(failed)).contains("⚠️ Модель ответила тем, чего в записи нет");
        assertThat(tap(new DigestAction.MakeAgain(first.id())).toast()).contains(new DigestText.Begun());
        assertThat(desk.askedLast().id()).isNotEqualTo(first.id());

        assertThat(tap(new DigestAction.Cancel(desk.askedLast().id())).toast()).contains(new DigestText.Stopped());
        assertThat(tap(new DigestAction.Cancel(first.id())).toast()).contains(new DigestText.OverAlready());
    }

    @Test
    void everyFormatIsSentAndTasksGoIntoCalendars() {
        var list = list(1);

        assertThat(actions(tap(new DigestAction.Export(list.id()))))
                .contains(
                        new DigestAction.ExportAs(list.id(), DocumentFormat.MARKDOWN),
                        new DigestAction.ExportAs(list.id(), DocumentFormat.DOCX),
                        new DigestAction.ExportAs(list.id(), DocumentFormat.PDF),
                        new DigestAction.Calendar(list.id()))
                .doesNotContain(new DigestAction.ExportAs(list.id(), DocumentFormat.SRT));
        assertThat(file(new DigestAction.ExportAs(list.id(), DocumentFormat.MARKDOWN)))
                .contains("# Задачи: Голосовое сообщение", "- [ ] `00:00:10` Дело 0 — Собеседник 2");
        assertThat(file(new DigestAction.Calendar(list.id()))).contains("BEGIN:VTODO", "SUMMARY:Дело 0");
    }

    private String file(Action action) {
        var file =
                (ExportedFile) tap(action).screen().orElseThrow().attachment().orElseThrow();
        assertThat(file.name()).startsWith("Задачи Расшифровка 2026-11-23");
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aLongResultComesInPagesThatAllFit() {
        var points = IntStream.range(0, 60)
                .mapToObj(i -> new Statement("пункт " + i + " " + "<слово> ".repeat(i * 4), at(i * 60)))
                .toList();
        var summary = made(DigestKind.SUMMARY, new Content.Summary(points));

        var seen = new StringBuilder();
        var next = Optional.<Action>of(new DigestAction.Open(summary.id(), 0));
        while (next.isPresent()) {
            var turn = tap(next.get());
            var text = texts.plain(turn.screen().orElseThrow().text(), Language.RU);
            assertThat(text).hasSizeLessThan(4_096);
            seen.append(text);
            next = turn.screen().orElseThrow().rows().stream()
                    .flatMap(List::stream)
                    .filter(button -> button.label() instanceof DigestText.LaterPageButton)
                    .map(Button::action)
                    .findFirst();
        }

        assertThat(IntStream.range(0, 60)).allMatch(i -> seen.indexOf("пункт " + i + " ") > 0);
    }

    @Test
    void aTaskThatIsLongInEveryPartFitsAMessageAndSaysThatItGoesOn() {
        var endless = "слово ".repeat(2_000);
        var due = new Content.Due(endless, Optional.of(LocalDate.of(2026, 11, 24)));
        var list = made(
                DigestKind.TO_DO,
                new Content.ToDo(List.of(new Task(endless, Optional.of(endless), Optional.of(due), at(10), false))));

        var text = texts.plain(
                tap(new DigestAction.Open(list.id(), 0)).screen().orElseThrow().text(), Language.RU);

        assertThat(text).hasSizeLessThan(4_096).containsPattern("1\\. слово .*….* слово .*….* слово .*…");
        assertThat(file(new DigestAction.ExportAs(list.id(), DocumentFormat.MARKDOWN)))
                .contains(endless.strip());
    }

    @Test
    void noticesTellTheStateAndAnswerTheRecording() {
        var announcer = new DigestAnnouncer(desk.transcripts, desk.digests, screens);
        tap(new DigestAction.Make(transcript.id(), DigestKind.SUMMARY));
        var asked = desk.askedLast();
        var owner = desk.dilnara.id();

        var reading = announcer
                .announce(new DigestNotice.Reading(owner, asked.id(), 2, 4), desk.dilnara)
                .orElseThrow();
        assertThat(shown(reading)).contains("2 из 4", "▰▰▰▰▰▱▱▱▱▱");
        assertThat(reading.inReplyTo())
                .hasValue(transcript.heading().recording().message());
        assertThat(shown(announcer
                        .announce(new DigestNotice.Paused(owner, asked.id()), desk.dilnara)
                        .orElseThrow()))
                .contains("не отвечает");
        desk.digests.save(asked.failed(DigestProblem.NO_SERVICE));
        assertThat(shown(announcer
                        .announce(new DigestNotice.Paused(owner, asked.id()), desk.dilnara)
                        .orElseThrow()))
                .contains("слишком долго");
        assertThat(announcer.announce(new DigestNotice.Over(owner, asked.id()), desk.anna))
                .isEmpty();
    }
}
