package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPieces;
import app.aisha.adapters.postgres.PostgresTranscripts;
import app.aisha.app.settings.Settings;
import app.aisha.bot.transcript.TranscriptAnnouncer;
import app.aisha.bot.transcript.TranscriptDialog;
import app.aisha.core.media.MediaStore;
import app.aisha.core.transcript.AcceptRecording;
import app.aisha.core.transcript.AdvanceTranscript;
import app.aisha.core.transcript.CancelTranscript;
import app.aisha.core.transcript.FetchOriginal;
import app.aisha.core.transcript.GiveUpTranscript;
import app.aisha.core.transcript.ListenToRecording;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.RemoteFiles;
import app.aisha.core.transcript.RenameTranscript;
import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundInspector;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From a recording to its text. */
@Configuration(proxyBeanMethods = false)
class TranscriptWiring {

    @Bean
    RecordingLimits recordingLimits(RemoteFiles remoteFiles, Settings settings) {
        return new RecordingLimits(remoteFiles.limit(), settings.general().longest());
    }

    @Bean
    Transcripts transcripts(PostgresDatabase database) {
        return new PostgresTranscripts(database);
    }

    @Bean
    TranscriptDialog transcriptDialog(
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            TimeOrderedIds ids,
            RecordingLimits limits) {
        return new TranscriptDialog(
                transcripts,
                new AcceptRecording(transcripts, jobs, outbox, database, ids, limits),
                new CancelTranscript(transcripts, outbox, database),
                new RenameTranscript(transcripts, database),
                limits);
    }

    @Bean
    TranscriptAnnouncer transcriptAnnouncer(Transcripts transcripts, RecordingLimits limits) {
        return new TranscriptAnnouncer(transcripts, limits);
    }

    @Bean
    FetchOriginal fetchOriginal(
            RemoteFiles remoteFiles, MediaStore media, SoundInspector inspector, RecordingLimits limits) {
        return new FetchOriginal(remoteFiles, media, inspector, limits);
    }

    @Bean
    ListenToRecording listenToRecording(
            SoundCutter cutter,
            Transcriber transcriber,
            Transcripts transcripts,
            Outbox outbox,
            PostgresDatabase database) {
        return new ListenToRecording(cutter, transcriber, new PostgresPieces(database), transcripts, outbox, database);
    }

    @Bean
    AdvanceTranscript advanceTranscript(
            Transcripts transcripts,
            FetchOriginal fetchOriginal,
            ListenToRecording listenToRecording,
            Outbox outbox,
            PostgresDatabase database,
            ScratchFolders scratch,
            InstantSource clock) {
        return new AdvanceTranscript(transcripts, fetchOriginal, listenToRecording, outbox, database, scratch, clock);
    }

    @Bean
    JobKind transcribing(AdvanceTranscript advance, Transcripts transcripts, Outbox outbox, PostgresDatabase database) {
        var giveUp = new GiveUpTranscript(transcripts, outbox, database);
        return new JobKind(
                TranscriptJob.Transcribe.class,
                WorkWiring.TRANSCRIBE,
                subject -> advance.advance(transcript(subject)),
                subject -> giveUp.giveUp(transcript(subject)));
    }

    private static TranscriptId transcript(String subject) {
        return new TranscriptId(UUID.fromString(subject));
    }
}
