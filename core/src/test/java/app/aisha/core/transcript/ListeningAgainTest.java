package app.aisha.core.transcript;

import static app.aisha.core.transcript.ScriptedTranscriber.heard;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.transcript.ListenAgain.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sound in another language. */
class ListeningAgainTest {

    private final UserId dilnara = TranscriptExamples.someone();

    @TempDir
    private Path folder;

    private Studio studio;
    private TranscriptId id = TranscriptExamples.someId();

    @BeforeEach
    void givenAFinishedTranscript() throws Exception {
        studio = new Studio(folder);
        id = studio.accepted(dilnara);
        studio.finished(id);
        studio.jobs.takeAll();
    }

    private Outcome listen(String language) {
        return studio.listenAgain.listen(id, dilnara, language, "Plan (" + language + ")");
    }

    private TranscriptId accepted(String language) {
        return ((Outcome.Accepted) listen(language)).transcript();
    }

    @Test
    void itBecomesATranscriptOfItsOwnFromTheStoredBytes() throws Exception {
        studio.telegram.answer(_ -> new RemoteFiles.Download.Gone());
        studio.transcriber.answers(_ -> heard("Hello."));

        var again = accepted("en");

        assertThat(studio.jobs.line()).containsExactly(new TranscriptJob.Transcribe(again));
        assertThat(studio.text(again)).isEqualTo("Hello.");
        var heading = studio.transcripts.find(again).orElseThrow().heading();
        assertThat(heading.title()).contains("Plan (en)");
        assertThat(heading.spoken()).contains("en");
        assertThat(studio.transcriber.languagesTold()).contains(Optional.of("en"));
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Ready.class);
    }

    @Test
    void deletingOneDoesNotHurtTheOther() throws Exception {
        var again = accepted("en");
        studio.finished(again);
        studio.jobs.takeAll();

        studio.deleteTranscript.delete(id, dilnara);
        studio.jobs.takeAll();
        studio.erase(new TranscriptJob.Erase(dilnara, id));

        assertThat(studio.media.under(new MediaKey(new TranscriptJob.Erase(dilnara, again).subject())))
                .hasSize(1);
    }

    @Test
    void twoTapsMakeOneAndAnotherLanguageMakesAnother() {
        var again = accepted("en");

        assertThat(listen("en")).isEqualTo(new Outcome.ThereAlready(again));
        assertThat(listen("kk")).isInstanceOf(Outcome.Accepted.class);
        assertThat(studio.transcripts.count(dilnara)).isEqualTo(3);
    }

    @Test
    void oneThatCameToNothingGivesWayToTheNext() {
        var first = accepted("en");
        studio.cancelTranscript.cancel(first, dilnara);

        var second = accepted("en");

        assertThat(second).isNotEqualTo(first);
        assertThat(studio.transcripts.find(first)).isEmpty();
        assertThat(studio.jobs.line()).contains(new TranscriptJob.Erase(dilnara, first));
    }

    @Test
    void aStrangerAndAnUnfinishedOneAreUnknown() {
        assertThat(studio.listenAgain.listen(id, TranscriptExamples.someone(), "en", "Plan"))
                .isEqualTo(new Outcome.Unknown());
        assertThat(studio.listenAgain.listen(studio.accepted(dilnara), dilnara, "en", "Plan"))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void whereTheStoredBytesAreGoneTelegramIsAsked() throws Exception {
        studio.media.delete(((Transcript.Ready) studio.transcripts.find(id).orElseThrow())
                .original()
                .key());

        assertThat(studio.finished(accepted("en"))).isInstanceOf(Transcript.Ready.class);
    }
}
