package app.aisha.bot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Screen;
import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.transcript.Wording;
import app.aisha.core.work.Notice;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptAnnouncerTest {

    private final Desk desk = new Desk();
    private final TranscriptAnnouncer announcer = new TranscriptAnnouncer(desk.transcripts, desk.screens);

    @Test
    void allProgressAnswersTheRecordingAndCanBeCancelled() {
        var queued = desk.queued();
        var made = new Examples(3).given(TranscriptId.class, queued::id).given(UserId.class, () -> desk.dilnara.id());
        Examples.recordsOf(TranscriptNotice.class)
                .map(type -> (TranscriptNotice) made.of(type))
                .filter(notice -> !notice.last() && !(notice instanceof TranscriptNotice.HearingGaps))
                .forEach(notice -> {
                    var screen = announce(notice).orElseThrow();

                    assertThat(screen.inReplyTo())
                            .hasValue(queued.heading().recording().message());
                    assertThat(screen.rows().getFirst().getFirst().action())
                            .isEqualTo(new TranscriptAction.Cancel(queued.id()));
                });
    }

    @Test
    void whoDoesNotWantProgressIsToldOnlyOfTheBeginningOfTroubleAndOfTheEnd() {
        var ready = desk.ready("text");
        var quiet = desk.dilnara.preferring(desk.dilnara.preferences().withProgress(false));
        var made = new Examples(5).given(TranscriptId.class, ready::id).given(UserId.class, quiet::id);
        var receipt = announcer.announce(new TranscriptNotice.InLine(quiet.id(), ready.id(), 0), quiet);

        var steps = Examples.recordsOf(TranscriptNotice.class)
                .filter(type ->
                        announcer.announce((Notice) made.of(type), quiet).equals(receipt))
                .map(Class::getSimpleName);

        assertThat(steps).containsExactlyInAnyOrder("Fetching", "Preparing", "Listening", "Writing");
        assertThat(announcer.announce(new TranscriptNotice.Paused(quiet.id(), ready.id()), quiet))
                .isEqualTo(announce(new TranscriptNotice.Paused(quiet.id(), ready.id())));
        assertThat(announcer.announce(new TranscriptNotice.Over(quiet.id(), ready.id()), quiet))
                .isEqualTo(announce(new TranscriptNotice.Over(quiet.id(), ready.id())));
    }

    @Test
    void theBarGrowsWithTheWork() {
        var queued = desk.queued();

        assertThat(Stream.of(0, 1, 5, 12)
                        .map(done -> new TranscriptNotice.Listening(desk.dilnara.id(), queued.id(), done, 12))
                        .map(notice -> ((TranscriptText.Listening)
                                        announce(notice).orElseThrow().text())
                                .bar()))
                .containsExactly("▱▱▱▱▱▱▱▱▱▱", "▱▱▱▱▱▱▱▱▱▱", "▰▰▰▰▱▱▱▱▱▱", "▰▰▰▰▰▰▰▰▰▰");
    }

    @Test
    void whoIsNextInLineIsToldSo() {
        var queued = desk.queued();

        assertThat(announce(new TranscriptNotice.InLine(desk.dilnara.id(), queued.id(), 0))
                        .map(Screen::text))
                .contains(new TranscriptText.NextInLine());
        assertThat(announce(new TranscriptNotice.InLine(desk.dilnara.id(), queued.id(), 4))
                        .map(Screen::text))
                .contains(new TranscriptText.InLine(4));
    }

    @Test
    void theEndIsShownAsItIs() {
        var owner = desk.dilnara.id();
        var wording = new Wording("слово [00:00:45–00:01:30 …]", Optional.of("en"), 2);
        var ready = desk.stored(TranscriptExamples.working(owner)
                .ready(wording, Speakers.UNKNOWN, TranscriptExamples.ORIGINAL.length()));
        var cancelled = desk.stored(TranscriptExamples.queued(owner).cancelled());

        var card = (TranscriptText.Card) over(ready);
        assertThat(card.notes()).isEqualTo(new TranscriptText.PiecesLost(2));
        assertThat(card.language())
                .isEqualTo(new MenuText.Both(new TranscriptText.SpokenLanguage("английский"), new MenuText.Nothing()));
        assertThat(card.date().getZone()).isEqualTo(desk.dilnara.zone());
        assertThat(over(cancelled)).isEqualTo(new TranscriptText.Cancelled());
        assertThat(((TranscriptText.Card) over(desk.ready(""))).beginning())
                .isEqualTo(new TranscriptText.NothingSaid());
    }

    @Test
    void everyProblemHasItsOwnReason() {
        var reasons = new HashSet<Object>();
        for (var problem : RecordingProblem.values()) {
            var failed =
                    desk.stored(TranscriptExamples.queued(desk.dilnara.id()).failed(problem));
            reasons.add(((TranscriptText.Failed) over(failed)).reason());
        }
        assertThat(reasons).hasSize(RecordingProblem.values().length);
    }

    @Test
    void theDocumentIsThereOnlyWhereATextIs() {
        var ready = desk.ready("text");
        var queued = desk.queued();

        assertThat(announce(new TranscriptNotice.WholeText(desk.dilnara.id(), ready.id()))
                        .flatMap(Screen::attachment)
                        .map(file -> ((Document) file).text()))
                .contains("text\n");
        assertThat(announce(new TranscriptNotice.WholeText(desk.dilnara.id(), queued.id())))
                .isEmpty();
    }

    @Test
    void nothingIsToldOfWhatIsGoneOrSomebodyElsesOrOfAnotherFeature() {
        var ready = desk.ready("text");

        assertThat(announce(new TranscriptNotice.Over(desk.dilnara.id(), TranscriptExamples.someId())))
                .isEmpty();
        assertThat(announcer.announce(new TranscriptNotice.Over(desk.anna.id(), ready.id()), desk.anna))
                .isEmpty();
        assertThat(announce(new OtherNotice(desk.dilnara.id()))).isEmpty();
    }

    private record OtherNotice(UserId recipient) implements Notice {

        @Override
        public String anchor() {
            return "other";
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    private Object over(Transcript transcript) {
        return announce(new TranscriptNotice.Over(transcript.owner(), transcript.id()))
                .orElseThrow()
                .text();
    }

    private Optional<Screen> announce(Notice notice) {
        return announcer.announce(notice, desk.dilnara);
    }
}
