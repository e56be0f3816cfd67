package app.aisha.app.wiring;

import app.aisha.adapters.documents.PdfBoxDocumentWriter;
import app.aisha.adapters.documents.PoiDocumentWriter;
import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPassages;
import app.aisha.adapters.postgres.PostgresPieces;
import app.aisha.adapters.postgres.PostgresTranscripts;
import app.aisha.adapters.textfiles.IcuTextFiles;
import app.aisha.app.settings.Settings;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.CardButtons;
import app.aisha.bot.transcript.ExportScreens;
import app.aisha.bot.transcript.SpeakerDialog;
import app.aisha.bot.transcript.SpokenWords;
import app.aisha.bot.transcript.TranscriptAnnouncer;
import app.aisha.bot.transcript.TranscriptDialog;
import app.aisha.bot.transcript.TranscriptScreens;
import app.aisha.core.account.Users;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.document.WriteDocument;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.transcript.AcceptRecording;
import app.aisha.core.transcript.AdvanceTranscript;
import app.aisha.core.transcript.CancelTranscript;
import app.aisha.core.transcript.ConfirmTranscript;
import app.aisha.core.transcript.EndTranscript;
import app.aisha.core.transcript.ExportTranscript;
import app.aisha.core.transcript.FetchOriginal;
import app.aisha.core.transcript.GiveUpTranscript;
import app.aisha.core.transcript.LapseTranscript;
import app.aisha.core.transcript.ListenToRecording;
import app.aisha.core.transcript.NameSpeaker;
import app.aisha.core.transcript.OfferTranscript;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.PersonalHints;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.RenameTranscript;
import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundInspector;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.transcript.TranscriptSteps;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets;
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
        return new RecordingLimits(
                remoteFiles.limit(), settings.general().house().longest());
    }

    @Bean
    Transcripts transcripts(PostgresDatabase database) {
        return new PostgresTranscripts(database);
    }

    @Bean
    Passages passages(PostgresDatabase database) {
        return new PostgresPassages(database);
    }

    @Bean
    EndTranscript endTranscript(
            Transcripts transcripts, Passages passages, Wallets wallets, Outbox outbox, PostgresDatabase database) {
        return new EndTranscript(transcripts, passages, wallets, outbox, database);
    }

    @Bean
    OfferTranscript offerTranscript(
            Till till,
            Users users,
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            InstantSource clock) {
        return new OfferTranscript(till, users, transcripts, jobs, outbox, database, clock);
    }

    @Bean
    AcceptRecording acceptRecording(
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            TimeOrderedIds ids,
            RecordingLimits limits) {
        return new AcceptRecording(transcripts, jobs, outbox, database, ids, limits);
    }

    @Bean
    ConfirmTranscript confirmTranscript(
            Till till, OfferTranscript offer, Transcripts transcripts, PostgresDatabase database, InstantSource clock) {
        return new ConfirmTranscript(till, offer, transcripts, database, clock);
    }

    @Bean
    TranscriptDialog transcriptDialog(
            Transcripts transcripts,
            AcceptRecording acceptRecording,
            ConfirmTranscript confirmTranscript,
            EndTranscript endTranscript,
            PostgresDatabase database,
            TranscriptScreens screens,
            ExportScreens exportScreens) {
        return new TranscriptDialog(
                transcripts,
                acceptRecording,
                new CancelTranscript(transcripts, endTranscript, database),
                new RenameTranscript(transcripts, database),
                confirmTranscript,
                screens,
                exportScreens);
    }

    @Bean
    SpokenWords spokenWords(Passages passages, Texts texts) {
        return new SpokenWords(passages, texts);
    }

    @Bean
    SpeakerDialog speakerDialog(Transcripts transcripts, PostgresDatabase database, SpokenWords spoken) {
        return new SpeakerDialog(transcripts, new NameSpeaker(transcripts, database), spoken);
    }

    @Bean
    TranscriptScreens transcriptScreens(RecordingLimits limits, Till till, SpokenWords spoken, CardButtons more) {
        return new TranscriptScreens(limits, till, spoken, more);
    }

    @Bean
    ExportDocument exportDocument(ScratchFolders scratch) {
        return new ExportDocument(new WriteDocument(new PoiDocumentWriter(), new PdfBoxDocumentWriter()), scratch);
    }

    @Bean
    ExportScreens exportScreens(Passages passages, ExportDocument exportDocument, Texts texts) {
        return new ExportScreens(new ExportTranscript(passages, exportDocument), texts);
    }

    @Bean
    TranscriptAnnouncer transcriptAnnouncer(Transcripts transcripts, TranscriptScreens screens) {
        return new TranscriptAnnouncer(transcripts, screens);
    }

    @Bean
    FetchOriginal fetchOriginal(
            RemoteFiles remoteFiles, MediaStore media, SoundInspector inspector, RecordingLimits limits) {
        return new FetchOriginal(remoteFiles, media, inspector, new IcuTextFiles(), limits);
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
            TranscriptSteps steps,
            Outbox outbox,
            PostgresDatabase database,
            ScratchFolders scratch,
            InstantSource clock) {
        return new AdvanceTranscript(transcripts, steps, outbox, database, scratch, clock);
    }

    @Bean
    TranscriptSteps transcriptSteps(
            FetchOriginal fetch, OfferTranscript offer, Users users, ListenToRecording listen, EndTranscript end) {
        return new TranscriptSteps(fetch, offer, new PersonalHints(users), listen, end);
    }

    @Bean
    GiveUpTranscript giveUpTranscript(Transcripts transcripts, EndTranscript end, PostgresDatabase database) {
        return new GiveUpTranscript(transcripts, end, database);
    }

    @Bean
    JobKind transcribing(AdvanceTranscript advance, GiveUpTranscript giveUp) {
        return new JobKind(
                        TranscriptJob.Transcribe.class,
                        WorkWiring.TRANSCRIBE,
                        subject -> advance.advance(transcript(subject)),
                        subject -> giveUp.giveUp(transcript(subject)))
                .lasting();
    }

    @Bean
    JobKind continuing(AdvanceTranscript advance, GiveUpTranscript giveUp) {
        return new JobKind(
                        TranscriptJob.Continue.class,
                        WorkWiring.CONTINUE,
                        subject -> advance.advance(transcript(subject)),
                        subject -> giveUp.giveUp(transcript(subject)))
                .lasting();
    }

    @Bean
    JobKind lapsing(
            Transcripts transcripts, EndTranscript endTranscript, GiveUpTranscript giveUp, InstantSource clock) {
        var lapse = new LapseTranscript(transcripts, endTranscript, clock);
        return new JobKind(
                TranscriptJob.Lapse.class,
                WorkWiring.LAPSE,
                subject -> lapse.lapse(transcript(subject)),
                subject -> giveUp.giveUp(transcript(subject)));
    }

    private static TranscriptId transcript(String subject) {
        return new TranscriptId(UUID.fromString(subject));
    }
}
