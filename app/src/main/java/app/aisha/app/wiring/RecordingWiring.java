package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPieces;
import app.aisha.adapters.postgres.PostgresSearches;
import app.aisha.adapters.postgres.PostgresTranscriptSearch;
import app.aisha.adapters.telegram.OriginalSending;
import app.aisha.adapters.telegram.TelegramApi;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.RecordingDialog;
import app.aisha.bot.transcript.SearchDialog;
import app.aisha.bot.transcript.TranscriptScreens;
import app.aisha.core.media.MediaStore;
import app.aisha.core.transcript.DeleteTranscript;
import app.aisha.core.transcript.EraseRecording;
import app.aisha.core.transcript.FillGaps;
import app.aisha.core.transcript.ListenAgain;
import app.aisha.core.transcript.ListenToRecording;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.SearchTranscripts;
import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.transcript.TranscriptSteps;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.transcript.TryGapsAgain;
import app.aisha.core.work.JobLine;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with transcripts that are there: finding them, hearing them again, deleting them. */
@Configuration(proxyBeanMethods = false)
class RecordingWiring {

    /** What bots may upload to Telegram's cloud, and to a server of one's own. */
    private static final int CLOUD_MEGABYTES = 50;

    private static final int LOCAL_MEGABYTES = 2_000;

    /** Servers of one's own hand out files that the cloud does not. */
    private static final long CLOUD_DOWNLOAD = 20L << 20;

    @Bean
    SearchDialog searchDialog(PostgresDatabase database, Transcripts transcripts, TranscriptScreens screens) {
        var search =
                new SearchTranscripts(new PostgresTranscriptSearch(database), new PostgresSearches(database), database);
        return new SearchDialog(search, transcripts, screens);
    }

    @Bean
    ListenAgain listenAgain(
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new ListenAgain(transcripts, jobs, outbox, database, ids, clock);
    }

    @Bean
    RecordingDialog recordingDialog(
            Transcripts transcripts,
            Jobs jobs,
            PostgresDatabase database,
            ListenAgain listenAgain,
            TranscriptScreens screens,
            Texts texts,
            RecordingLimits limits) {
        return new RecordingDialog(
                transcripts,
                new DeleteTranscript(transcripts, jobs, database),
                listenAgain,
                new TryGapsAgain(transcripts, jobs, database),
                screens,
                texts,
                uploadMegabytes(limits));
    }

    private static int uploadMegabytes(RecordingLimits limits) {
        return limits.bytes() > CLOUD_DOWNLOAD ? LOCAL_MEGABYTES : CLOUD_MEGABYTES;
    }

    @Bean
    OriginalSending originalSending(TelegramApi api, MediaStore media, ScratchFolders scratch, RecordingLimits limits) {
        return new OriginalSending(api, media, scratch, (long) uploadMegabytes(limits) << 20);
    }

    @Bean
    JobKind erasing(MediaStore media, JobLine line) {
        var erase = new EraseRecording(media, line);
        return new JobKind(
                TranscriptJob.Erase.class,
                WorkWiring.ERASE,
                subject -> erase.erase(TranscriptJob.Erase.of(subject).orElseThrow()),
                _ -> {});
    }

    @Bean
    FillGaps.Listening listeningAgain(
            SoundCutter cutter, Transcriber transcriber, Transcripts transcripts, PostgresDatabase database) {
        return (pieces, outbox) -> new ListenToRecording(cutter, transcriber, pieces, transcripts, outbox, database);
    }

    @Bean
    JobKind fillingGaps(
            Transcripts transcripts,
            TranscriptSteps steps,
            FillGaps.Listening listening,
            Outbox outbox,
            PostgresDatabase database,
            ScratchFolders scratch) {
        var fill = new FillGaps(transcripts, new PostgresPieces(database), steps, listening, outbox, database, scratch);
        return new JobKind(
                        TranscriptJob.FillGaps.class,
                        WorkWiring.FILL_GAPS,
                        subject -> fill.fill(new TranscriptId(UUID.fromString(subject))),
                        subject -> fill.giveUp(new TranscriptId(UUID.fromString(subject))))
                .lasting();
    }
}
