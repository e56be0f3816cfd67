package app.aisha.core.transcript;

import static app.aisha.core.transcript.TranscriptExamples.queued;
import static app.aisha.core.transcript.TranscriptExamples.ready;
import static app.aisha.core.transcript.TranscriptExamples.stored;
import static app.aisha.core.transcript.TranscriptExamples.working;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancelling, giving up and renaming, from every state. */
class EndingTranscriptsTest {

    @TempDir
    private Path folder;

    private Studio studio;
    private final UserId dilnara = TranscriptExamples.someone();
    private final UserId stranger = TranscriptExamples.someone();

    @BeforeEach
    void givenAStudio() {
        studio = new Studio(folder);
    }

    @Test
    void whatIsNotOverIsCancelledAndItsOwnerTold() {
        for (var transcript : Stream.of(queued(dilnara), working(dilnara)).toList()) {
            stored(studio.transcripts, transcript);

            assertThat(studio.cancelTranscript.cancel(transcript.id(), dilnara))
                    .isEqualTo(new CancelTranscript.Outcome.Cancelled());

            assertThat(now(transcript)).isInstanceOf(Transcript.Cancelled.class);
            assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.Over(dilnara, transcript.id()));
        }
    }

    @Test
    void whatIsOverStaysAsItIs() {
        for (var transcript : over()) {
            stored(studio.transcripts, transcript);

            assertThat(studio.cancelTranscript.cancel(transcript.id(), dilnara))
                    .isEqualTo(new CancelTranscript.Outcome.OverAlready());
            studio.giveUpTranscript.giveUp(transcript.id());

            assertThat(now(transcript)).isEqualTo(transcript);
        }
        assertThat(studio.outbox.posted()).isEmpty();
    }

    @Test
    void aStrangerCancelsNothing() {
        var queued = stored(studio.transcripts, queued(dilnara));

        assertThat(studio.cancelTranscript.cancel(queued.id(), stranger))
                .isEqualTo(new CancelTranscript.Outcome.Unknown());

        assertThat(now(queued)).isEqualTo(queued);
        assertThat(studio.outbox.posted()).isEmpty();
    }

    @Test
    void givingUpFailsWhatIsNotOverThroughAnErrorOfOurs() {
        for (var transcript : Stream.of(queued(dilnara), working(dilnara)).toList()) {
            stored(studio.transcripts, transcript);

            studio.giveUpTranscript.giveUp(transcript.id());

            assertThat(((Transcript.Failed) now(transcript)).problem()).isEqualTo(RecordingProblem.INTERNAL);
            assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.Over(dilnara, transcript.id()));
        }
    }

    @Test
    void givingUpTheUnknownIsHarmless() {
        studio.giveUpTranscript.giveUp(TranscriptExamples.someId());

        assertThat(studio.outbox.posted()).isEmpty();
    }

    @Test
    void aTitleIsStoredWithItsBlanksPutInOrder() {
        var ready = stored(studio.transcripts, ready(dilnara, "text"));

        var renamed = rename(ready, dilnara, "  Planning\u00a0 the\n\tyear\0 ");

        assertThat(renamed).isInstanceOf(RenameTranscript.Outcome.Renamed.class);
        assertThat(now(ready).heading().title()).contains("Planning the year");
    }

    @Test
    void aTitleHasOneToAHundredCharactersAndAnEmojiIsOne() {
        var ready = stored(studio.transcripts, ready(dilnara, "text"));

        assertThat(Stream.of("", " \n ", "\u00a0", "\0", "x".repeat(101)))
                .allSatisfy(title ->
                        assertThat(rename(ready, dilnara, title)).isEqualTo(new RenameTranscript.Outcome.BadTitle()));
        assertThat(now(ready)).isEqualTo(ready);
        assertThat(rename(ready, dilnara, "🎧".repeat(100))).isInstanceOf(RenameTranscript.Outcome.Renamed.class);
    }

    @Test
    void onlyAFinishedTranscriptOfOnesOwnIsRenamed() {
        var queued = stored(studio.transcripts, queued(dilnara));
        var ready = stored(studio.transcripts, ready(dilnara, "text"));

        assertThat(rename(queued, dilnara, "title")).isEqualTo(new RenameTranscript.Outcome.Unknown());
        assertThat(rename(ready, stranger, "title")).isEqualTo(new RenameTranscript.Outcome.Unknown());
        assertThat(now(ready)).isEqualTo(ready);
    }

    private RenameTranscript.Outcome rename(Transcript transcript, UserId owner, String title) {
        return studio.renameTranscript.rename(transcript.id(), owner, title);
    }

    private Transcript now(Transcript transcript) {
        return studio.transcripts.find(transcript.id()).orElseThrow();
    }

    private Iterable<Transcript> over() {
        return Stream.<Transcript>of(
                        ready(dilnara, "text"),
                        queued(dilnara).failed(RecordingProblem.GONE),
                        queued(dilnara).cancelled())
                .toList();
    }
}
