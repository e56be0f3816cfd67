package app.aisha.adapters.postgres;

import app.aisha.adapters.filesystem.FilesystemMediaStore;
import app.aisha.adapters.jobs.DbSchedulerJobs;
import app.aisha.bot.wire.Notices;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentNotice;
import app.aisha.core.payment.Shop;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.StarPackage;
import app.aisha.core.payment.TakeStarPayment;
import app.aisha.core.transcript.AcceptRecording;
import app.aisha.core.transcript.AdvanceTranscript;
import app.aisha.core.transcript.CancelTranscript;
import app.aisha.core.transcript.ConfirmTranscript;
import app.aisha.core.transcript.EndTranscript;
import app.aisha.core.transcript.FetchOriginal;
import app.aisha.core.transcript.ListenToRecording;
import app.aisha.core.transcript.OfferTranscript;
import app.aisha.core.transcript.PersonalHints;
import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.ScriptedFiles;
import app.aisha.core.transcript.ScriptedSound;
import app.aisha.core.transcript.ScriptedTexts;
import app.aisha.core.transcript.ScriptedTranscriber;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.transcript.TranscriptSteps;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.TimeOrderedIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person does with her money: she gets the gift, buys credits, has one recording transcribed, sees a second one fail
 * and cancels a third. Every step may be taken any number of times, so a life that was cut off can be lived again from the
 * beginning and goes on where it stopped.
 */
final class MoneyLife {

    static final long GIFT = 100;

    private static final ChatId CHAT = new ChatId(7);
    private static final Tariff TARIFF = new Tariff(new Credits(10), Duration.ofMinutes(1));
    private static final int PIECES = 3;

    private final InstantSource clock = InstantSource.system();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final ScriptedSound sound = new ScriptedSound();
    private final ScriptedTranscriber transcriber = new ScriptedTranscriber();
    private final PostgresUsers users;
    private final PostgresTranscripts transcripts;
    private final AcceptRecording accept;
    private final ConfirmTranscript confirm;
    private final CancelTranscript cancel;
    private final AdvanceTranscript advance;
    private final TakeStarPayment takePayment;
    private final JdbcClient line;

    /**
     * Prepares a life.
     *
     * @param pool whose commits count
     * @param bare the same database, for what belongs to no step
     */
    MoneyLife(DataSource pool, DataSource bare, Path folder) throws IOException {
        var database = new PostgresDatabase(pool);
        var outbox = new PostgresOutbox(
                database, new Notices(List.of(TranscriptNotice.class, PaymentNotice.class)), () -> {});
        var jobs = jobs(database);
        var limits = new RecordingLimits(1 << 20, Duration.ofHours(1));
        var wallets = new PostgresWallets(database, ids, clock, new Credits(GIFT));
        var till = new Till(prices(), new PostgresQuotes(database), wallets, ids, clock);
        users = new PostgresUsers(database, ids, ZoneId.of("UTC"));
        transcripts = new PostgresTranscripts(database);
        line = JdbcClient.create(bare);
        sound.isLong(PIECES);
        var offer = new OfferTranscript(till, users, transcripts, jobs, outbox, database, clock);
        var end = new EndTranscript(transcripts, new PostgresPassages(database), wallets, outbox, database);
        var steps = new TranscriptSteps(
                new FetchOriginal(
                        new ScriptedFiles(),
                        new FilesystemMediaStore(folder.resolve("media")),
                        sound,
                        new ScriptedTexts(),
                        limits),
                offer,
                new PersonalHints(users),
                new ListenToRecording(sound, transcriber, new PostgresPieces(database), transcripts, outbox, database),
                end);
        takePayment = takePayment(database, wallets, outbox);
        accept = new AcceptRecording(transcripts, jobs, outbox, database, ids, limits);
        confirm = new ConfirmTranscript(till, offer, transcripts, database, clock);
        cancel = new CancelTranscript(transcripts, end, database);
        advance = new AdvanceTranscript(
                transcripts, steps, outbox, database, new ScratchFolders(folder.resolve("scratch")), clock);
    }

    private TakeStarPayment takePayment(PostgresDatabase database, PostgresWallets wallets, PostgresOutbox outbox) {
        return new TakeStarPayment(
                new Shop(prices(), List.of(new StarPackage(new Credits(100), 75))),
                new PostgresStarOrders(database),
                new TakeStarPayment.Ledger(
                        new PostgresStarPayments(database),
                        wallets,
                        new PostgresPromoCodes(database),
                        new PostgresRedemptions(database)),
                outbox,
                database,
                ids,
                clock);
    }

    private DbSchedulerJobs jobs(PostgresDatabase database) {
        return new DbSchedulerJobs(
                database.joined(),
                Map.of(
                        TranscriptJob.Transcribe.class, "transcribe",
                        TranscriptJob.Continue.class, "continue-transcript",
                        TranscriptJob.Lapse.class, "lapse-transcript",
                        TranscriptJob.FillGaps.class, "fill-gaps",
                        TranscriptJob.Erase.class, "erase-recording"),
                clock,
                PostgresDatabase::afterCommit,
                () -> {});
    }

    private static Prices prices() {
        var avatars = Arrays.stream(Prices.Quality.values())
                .collect(Collectors.toMap(quality -> quality, _ -> new Credits(150)));
        return new Prices.Listed(TARIFF, avatars, new Credits(5));
    }

    void live() throws InterruptedException {
        var dilnara =
                users.welcome(CHAT, "Dilnara", Optional.empty(), Language.RU).id();
        takePayment.take(dilnara, new StarCharge("charge", 75), "an invoice of another shop");
        sends(dilnara, 1, () -> ScriptedTranscriber.heard("said"), false);
        sends(dilnara, 2, ScriptedTranscriber::refused, false);
        sends(dilnara, 3, () -> ScriptedTranscriber.heard("never asked for"), true);
    }

    private void sends(UserId who, long message, Supplier<Hearing> answer, boolean changesHerMind)
            throws InterruptedException {
        transcriber.answersPieces(_ -> answer.get());
        accept.accept(who, recording(message), Optional.empty(), clock.instant());
        var transcript = now(who, message);
        while (transcript instanceof Transcript.Queued) {
            transcript = worked(who, transcript);
        }
        if (transcript instanceof Transcript.Waiting waiting) {
            confirm.confirm(waiting.quote(), who);
            transcript = now(who, message);
        }
        if (changesHerMind) {
            cancel.cancel(transcript.id(), who);
            transcript = now(who, message);
        }
        while (transcript instanceof Transcript.Working) {
            transcript = worked(who, transcript);
        }
        leavesTheLine(transcript.id());
    }

    private Transcript worked(UserId who, Transcript transcript) throws InterruptedException {
        advance.advance(transcript.id());
        return now(who, transcript.heading().recording().message());
    }

    private Transcript now(UserId who, long message) {
        return transcripts.of(who, message).orElseThrow();
    }

    /** As the worker does when a run has nothing left to do. */
    private void leavesTheLine(TranscriptId transcript) {
        line.sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(transcript.value().toString())
                .update();
    }

    private static Recording recording(long message) {
        return new Recording(
                message, "file-" + message, Recording.Kind.VOICE, Optional.empty(), Duration.ofSeconds(135), 1_000);
    }
}
