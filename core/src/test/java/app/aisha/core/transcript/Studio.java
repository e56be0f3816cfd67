package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.UserId;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.InMemoryQuotes;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that turns recordings into text, with everything outside in the hand of the test. */
final class Studio {

    static final RecordingLimits LIMITS = new RecordingLimits(20 << 20, Duration.ofHours(8));

    final SettableClock clock = new SettableClock();
    final InMemoryTranscripts transcripts = new InMemoryTranscripts();
    final InMemoryPassages passages = new InMemoryPassages();
    final InMemoryPieces pieces = new InMemoryPieces();
    final RecordingOutbox outbox = new RecordingOutbox();
    final RecordedJobs jobs = new RecordedJobs();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final ScriptedFiles telegram = new ScriptedFiles();
    final ScriptedSound sound = new ScriptedSound();
    final ScriptedTexts texts = new ScriptedTexts();
    final ScriptedTranscriber transcriber = new ScriptedTranscriber();
    final TimeOrderedIds ids = new TimeOrderedIds(clock);
    final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("UTC"));
    final InMemoryWallets wallets = new InMemoryWallets(ids, clock, new Credits(100));
    final InMemoryQuotes quotes = new InMemoryQuotes();
    final DirectTransactions transactions =
            new DirectTransactions(transcripts, passages, pieces, outbox, jobs, users, wallets, quotes);
    final AcceptRecording acceptRecording =
            new AcceptRecording(transcripts, jobs, outbox, transactions, new TimeOrderedIds(clock), LIMITS);
    final EndTranscript endTranscript = new EndTranscript(transcripts, passages, wallets, outbox, transactions);
    final CancelTranscript cancelTranscript = new CancelTranscript(transcripts, endTranscript, transactions);
    final RenameTranscript renameTranscript = new RenameTranscript(transcripts, transactions);
    final GiveUpTranscript giveUpTranscript = new GiveUpTranscript(transcripts, endTranscript, transactions);
    final DeleteTranscript deleteTranscript = new DeleteTranscript(transcripts, jobs, transactions);
    final ListenAgain listenAgain = new ListenAgain(transcripts, jobs, outbox, transactions, ids, clock);
    final TryGapsAgain tryGapsAgain = new TryGapsAgain(transcripts, jobs, transactions);
    final LapseTranscript lapseTranscript = new LapseTranscript(transcripts, endTranscript, clock);
    private final Path scratch;
    private Till till;

    /** Where nothing costs anything. */
    Studio(Path scratch) {
        this.scratch = scratch;
        this.till = tillWith(new Prices.FreeOfCharge());
    }

    /** From now on sound has this price. */
    void charges(Tariff tariff) {
        var avatars = Arrays.stream(Prices.Quality.values())
                .collect(Collectors.toMap(quality -> quality, _ -> new Credits(150)));
        till = tillWith(new Prices.Listed(tariff, avatars, new Credits(5)));
    }

    private Till tillWith(Prices prices) {
        return new Till(prices, quotes, wallets, ids, clock);
    }

    private OfferTranscript offerTranscript() {
        return new OfferTranscript(till, users, transcripts, jobs, outbox, transactions, clock);
    }

    ConfirmTranscript.Outcome confirm(QuoteId quote, UserId owner) {
        return new ConfirmTranscript(till, offerTranscript(), transcripts, transactions, clock).confirm(quote, owner);
    }

    private AdvanceTranscript advanceTranscript() {
        return new AdvanceTranscript(transcripts, steps(), outbox, transactions, new ScratchFolders(scratch), clock);
    }

    private TranscriptSteps steps() {
        return new TranscriptSteps(
                new FetchOriginal(telegram, media, sound, texts, LIMITS),
                offerTranscript(),
                new PersonalHints(users),
                new ListenToRecording(sound, transcriber, pieces, transcripts, outbox, transactions),
                endTranscript);
    }

    JobOutcome erase(TranscriptJob.Erase job) {
        return new EraseRecording(media, jobs).erase(job);
    }

    FillGaps fillGaps() {
        return new FillGaps(
                transcripts,
                pieces,
                steps(),
                (answers, words) ->
                        new ListenToRecording(sound, transcriber, answers, transcripts, words, transactions),
                outbox,
                transactions,
                new ScratchFolders(scratch.resolve("gaps")));
    }

    TranscriptId accepted(UserId owner) {
        return accepted(owner, Optional.empty());
    }

    /** Accepted with the word that this language is spoken. */
    TranscriptId accepted(UserId owner, Optional<String> spoken) {
        var outcome = acceptRecording.accept(owner, TranscriptExamples.aVoice(), spoken, clock.instant());
        return ((AcceptRecording.Outcome.Accepted) outcome).transcript();
    }

    JobOutcome advance(TranscriptId id) throws InterruptedException {
        return advanceTranscript().advance(id);
    }

    /** Runs to the end, which has to come in one run. */
    Transcript finished(TranscriptId id) throws InterruptedException {
        assertThat(advance(id)).isEqualTo(new JobOutcome.Finished());
        return transcripts.find(id).orElseThrow();
    }

    /** The problem a run to the end comes to. */
    RecordingProblem problem(TranscriptId id) throws InterruptedException {
        return ((Transcript.Failed) finished(id)).problem();
    }

    String text(TranscriptId id) throws InterruptedException {
        return ((Transcript.Ready) finished(id)).wording().text();
    }

    /** The kinds of notices so far, in order. */
    List<String> told() {
        return outbox.posted().stream()
                .map(notice -> notice.getClass().getSimpleName())
                .toList();
    }
}
