package app.aisha.bot;

import app.aisha.bot.digest.DigestButtons;
import app.aisha.bot.digest.DigestDialog;
import app.aisha.bot.digest.DigestFiles;
import app.aisha.bot.digest.DigestScreens;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.ExportScreens;
import app.aisha.bot.transcript.RecordingDialog;
import app.aisha.bot.transcript.SearchDialog;
import app.aisha.bot.transcript.SpeakerDialog;
import app.aisha.bot.transcript.SpokenWords;
import app.aisha.bot.transcript.TranscriptDialog;
import app.aisha.bot.transcript.TranscriptScreens;
import app.aisha.core.digest.AskForDigest;
import app.aisha.core.digest.CancelDigest;
import app.aisha.core.digest.EndDigest;
import app.aisha.core.digest.TickTask;
import app.aisha.core.document.DocumentWriter;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.document.WriteDocument;
import app.aisha.core.transcript.AcceptRecording;
import app.aisha.core.transcript.CancelTranscript;
import app.aisha.core.transcript.ConfirmTranscript;
import app.aisha.core.transcript.DeleteTranscript;
import app.aisha.core.transcript.EndTranscript;
import app.aisha.core.transcript.ExportTranscript;
import app.aisha.core.transcript.InMemorySearch;
import app.aisha.core.transcript.ListenAgain;
import app.aisha.core.transcript.NameSpeaker;
import app.aisha.core.transcript.OfferTranscript;
import app.aisha.core.transcript.RenameTranscript;
import app.aisha.core.transcript.SearchTranscripts;
import app.aisha.core.transcript.TryGapsAgain;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.ScratchFolders;
import java.nio.file.Files;
import java.nio.file.Path;

/** The dialogs of a desk that are about transcripts. */
final class TranscriptRoom {

    private static final Path SCRATCH =
            Path.of("target", "desk-" + ProcessHandle.current().pid());

    private final Desk desk;
    private final DirectTransactions transactions;
    private final SpokenWords spoken;
    final TranscriptScreens screens;
    final DigestScreens digestScreens = new DigestScreens(new Texts());

    TranscriptRoom(Desk desk, DirectTransactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
        this.spoken = new SpokenWords(desk.passages, new Texts());
        this.screens = new TranscriptScreens(Desk.LIMITS, desk.till, spoken, new DigestButtons());
    }

    TranscriptDialog transcriptDialog() {
        var end = new EndTranscript(desk.transcripts, desk.passages, desk.wallets, desk.outbox, transactions);
        var offer = new OfferTranscript(
                desk.till, desk.users, desk.transcripts, desk.jobs, desk.outbox, transactions, desk.clock);
        return new TranscriptDialog(
                desk.transcripts,
                new AcceptRecording(desk.transcripts, desk.jobs, desk.outbox, transactions, desk.ids, Desk.LIMITS),
                new CancelTranscript(desk.transcripts, end, transactions),
                new RenameTranscript(desk.transcripts, transactions),
                new ConfirmTranscript(desk.till, offer, desk.transcripts, transactions, desk.clock),
                screens,
                new ExportScreens(new ExportTranscript(desk.passages, documents()), new Texts()));
    }

    SearchDialog searchDialog() {
        return new SearchDialog(
                new SearchTranscripts(new InMemorySearch(desk.transcripts), desk.searches, transactions),
                desk.transcripts,
                screens);
    }

    RecordingDialog recordingDialog() {
        return new RecordingDialog(
                desk.transcripts,
                new DeleteTranscript(desk.transcripts, desk.jobs, transactions),
                new ListenAgain(desk.transcripts, desk.jobs, desk.outbox, transactions, desk.ids, desk.clock),
                new TryGapsAgain(desk.transcripts, desk.jobs, transactions),
                screens,
                new Texts(),
                50);
    }

    SpeakerDialog speakerDialog() {
        return new SpeakerDialog(desk.transcripts, new NameSpeaker(desk.transcripts, transactions), spoken);
    }

    DigestDialog digestDialog() {
        var end = new EndDigest(desk.digests, desk.outbox, transactions);
        return new DigestDialog(
                desk.transcripts,
                desk.digests,
                new AskForDigest(
                        desk.transcripts, desk.passages, desk.digests, desk.jobs, desk.outbox, transactions, desk.ids),
                new CancelDigest(desk.digests, end, transactions),
                new TickTask(desk.digests, transactions),
                digestScreens,
                new DigestFiles(documents(), new Texts(), desk.clock));
    }

    /** DOCX and PDF are set by libraries that are not here; their place is taken by the plain text. */
    private static ExportDocument documents() {
        DocumentWriter plain = (document, target) -> Files.writeString(target, document.title());
        return new ExportDocument(new WriteDocument(plain, plain), new ScratchFolders(SCRATCH));
    }
}
