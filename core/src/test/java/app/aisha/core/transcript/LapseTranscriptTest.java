package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LapseTranscriptTest {

    @TempDir
    private Path folder;

    private Studio studio;
    private final UserId dilnara = TranscriptExamples.someone();
    private TranscriptId id = TranscriptExamples.someId();

    @BeforeEach
    void givenAnOffer() throws Exception {
        studio = new Studio(folder);
        studio.charges(new Tariff(new Credits(10), Duration.ofMinutes(1)));
        studio.sound.isLong(4);
        id = studio.accepted(dilnara);
        studio.finished(id);
    }

    @Test
    void anOfferNobodyTakesLapsesAfterAWeek() {
        var quote = studio.quotes.newest();
        assertThat(studio.jobs.line()).contains(new TranscriptJob.Lapse(id));
        assertThat(studio.lapseTranscript.lapse(id)).isInstanceOf(JobOutcome.Again.class);

        studio.clock.advance(LapseTranscript.PATIENCE);

        assertThat(studio.lapseTranscript.lapse(id)).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Cancelled.class);
        assertThat(studio.confirm(quote, dilnara)).isEqualTo(new ConfirmTranscript.Outcome.StartedAlready(id));
    }

    @Test
    void anOfferThatWasTakenDoesNotLapse() {
        studio.confirm(studio.quotes.newest(), dilnara);
        studio.clock.advance(LapseTranscript.PATIENCE);

        assertThat(studio.lapseTranscript.lapse(id)).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Working.class);
    }
}
