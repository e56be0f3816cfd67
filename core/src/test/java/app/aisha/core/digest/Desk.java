package app.aisha.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.InMemoryPassages;
import app.aisha.core.transcript.InMemoryTranscripts;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All that makes digests of transcripts, with the model in the hand of the test. */
final class Desk {

    final SettableClock clock = new SettableClock();
    final TimeOrderedIds ids = new TimeOrderedIds(clock);
    final InMemoryTranscripts transcripts = new InMemoryTranscripts();
    final InMemoryPassages passages = new InMemoryPassages();
    final InMemoryDigests digests = new InMemoryDigests();
    final RecordedJobs jobs = new RecordedJobs();
    final RecordingOutbox outbox = new RecordingOutbox();
    final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("Asia/Almaty"));
    final ScriptedDigester digester = new ScriptedDigester();
    final DirectTransactions transactions = new DirectTransactions(transcripts, passages, digests, jobs, outbox, users);
    final AskForDigest askForDigest = new AskForDigest(transcripts, passages, digests, jobs, outbox, transactions, ids);
    final EndDigest endDigest = new EndDigest(digests, outbox, transactions);
    final MakeDigest makeDigest = new MakeDigest(transcripts, users, passages, digests, digester, endDigest, clock);
    final CancelDigest cancelDigest = new CancelDigest(digests, endDigest, transactions);
    final GiveUpDigest giveUpDigest = new GiveUpDigest(digests, endDigest, transactions);
    final TickTask tickTask = new TickTask(digests, transactions);
    final UserId owner =
            users.welcome(new ChatId(7), "Диля", Optional.empty(), Language.RU).id();

    /** A finished transcript of these passages, ten seconds each. */
    TranscriptId transcript(String... texts) {
        var ready = TranscriptExamples.stored(transcripts, TranscriptExamples.ready(owner, "text"));
        passages.keep(ready.id(), timed(texts));
        return ready.id();
    }

    /** Ten seconds each, one after the other, said by nobody known. */
    static List<Passage> timed(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new Passage(
                        Optional.of(new Stretch(Duration.ofSeconds(i * 10L), Duration.ofSeconds(i * 10L + 9))),
                        Optional.empty(),
                        texts[i]))
                .toList();
    }

    Digest.Asked asked(TranscriptId transcript, Request request) {
        return ((AskForDigest.Outcome.Begun) askForDigest.ask(owner, transcript, request, false)).digest();
    }

    /** What becomes of it in one run. */
    Digest made(Digest.Asked asked) throws InterruptedException {
        assertThat(makeDigest.make(asked.id())).isEqualTo(new JobOutcome.Finished());
        return digests.find(asked.id()).orElseThrow();
    }

    /** Claims every passage of the excerpt, word by word. */
    static Draft.Summary everything(Excerpt excerpt) {
        return new Draft.Summary(excerpt.passages().stream()
                .map(passage -> claim(passage.text(), passage.place().map(Stretch::start)))
                .toList());
    }

    static Draft.Claim claim(String text, Optional<Duration> at) {
        return new Draft.Claim(text, text, at);
    }

    static Draft.Claim claim(String text, String quote, int second) {
        return new Draft.Claim(text, quote, Optional.of(Duration.ofSeconds(second)));
    }

    static Draft.Task task(String what, String quote, int second) {
        return new Draft.Task(
                what,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                quote,
                Optional.of(Duration.ofSeconds(second)));
    }

    List<String> told() {
        return outbox.posted().stream()
                .map(notice -> notice.getClass().getSimpleName())
                .toList();
    }

    /** Texts of statements. */
    static List<String> texts(List<Content.Statement> statements) {
        return statements.stream().map(Content.Statement::text).toList();
    }
}
