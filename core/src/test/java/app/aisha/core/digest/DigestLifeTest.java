package app.aisha.core.digest;

import static app.aisha.core.digest.Desk.task;
import static app.aisha.core.digest.ScriptedDigester.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestLifeTest {

    private final Desk desk = new Desk();

    private Digest.Ready ready(Digest.Asked asked, Content content) {
        var ready = asked.ready(content, 0, "model");
        desk.digests.save(ready);
        return ready;
    }

    private Digest.Ready aToDoList() throws InterruptedException {
        desk.digester.answers((_, _) -> written(new Draft.ToDo(
                List.of(task("Купить молоко", "купить молоко", 0), task("Вымыть окна", "вымыть окна", 10)))));
        var asked = desk.asked(desk.transcript("Надо купить молоко", "И вымыть окна"), new Request.ToDo());
        desk.makeDigest.make(asked.id());
        return (Digest.Ready) desk.digests.find(asked.id()).orElseThrow();
    }

    @Test
    void jobStateAndNoticeBeginTogether() {
        var asked = desk.asked(desk.transcript("Всё"), new Request.Summary());

        assertThat(desk.digests.find(asked.id())).contains(asked);
        assertThat(desk.jobs.line()).containsExactly(new DigestJob.Make(asked.id()));
        assertThat(desk.outbox.posted()).containsExactly(new DigestNotice.Begun(desk.owner, asked.id()));
        assertThat(asked.heading().createdAt()).isEqualTo(desk.clock.instant());
    }

    @Test
    void theSecondTapFindsItUnderWayAlsoAnew() {
        var transcript = desk.transcript("Всё");
        var asked = desk.asked(transcript, new Request.Summary());

        for (var anew : List.of(false, true)) {
            assertThat(desk.askForDigest.ask(desk.owner, transcript, new Request.Summary(), anew))
                    .isEqualTo(new AskForDigest.Outcome.UnderWay(asked));
        }
        assertThat(desk.jobs.line()).hasSize(1);
    }

    @Test
    void ofManyTapsAtOnceOneBegins() throws Exception {
        var transcript = desk.transcript("Всё");
        Callable<AskForDigest.Outcome> tap =
                () -> desk.askForDigest.ask(desk.owner, transcript, new Request.ToDo(), false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> tap).limit(12).toList()).stream()
                            .map(Future::resultNow)
                            .filter(AskForDigest.Outcome.Begun.class::isInstance))
                    .hasSize(1);
        }
        assertThat(desk.jobs.line()).hasSize(1);
    }

    @Test
    void aTapOnAnotherInstanceFindsTheOneThatWasBegunThere() {
        var transcript = desk.transcript("Всё");
        var there = DigestExamples.asked(transcript, desk.owner, new Request.Summary());
        var digests = new Digests() {

            @Override
            public boolean add(Digest.Asked digest) {
                desk.digests.add(there);
                return desk.digests.add(digest);
            }

            @Override
            public void save(Digest digest) {
                desk.digests.save(digest);
            }

            @Override
            public Optional<Digest> find(DigestId id) {
                return desk.digests.find(id);
            }

            @Override
            public Optional<Digest> newest(TranscriptId asked, Request request) {
                return desk.digests.newest(asked, request);
            }
        };
        var here = new AskForDigest(
                desk.transcripts, desk.passages, digests, desk.jobs, desk.outbox, desk.transactions, desk.ids);

        assertThat(here.ask(desk.owner, transcript, new Request.Summary(), false))
                .isEqualTo(new AskForDigest.Outcome.UnderWay(there));
        assertThat(desk.jobs.line()).isEmpty();
        assertThat(desk.outbox.posted()).isEmpty();
    }

    @Test
    void whatWasMadeIsShownAtOnceUnlessItIsWantedAnew() {
        var transcript = desk.transcript("Всё");
        var ready = ready(desk.asked(transcript, new Request.Summary()), new Content.Summary(List.of()));

        assertThat(desk.askForDigest.ask(desk.owner, transcript, new Request.Summary(), false))
                .isEqualTo(new AskForDigest.Outcome.Known(ready));
        assertThat(desk.askForDigest.ask(desk.owner, transcript, new Request.Summary(), true))
                .isInstanceOf(AskForDigest.Outcome.Begun.class);
        assertThat(desk.digests.find(ready.id())).contains(ready);
    }

    @Test
    void whatFailedOrWasCancelledIsBegunAgain() {
        var transcript = desk.transcript("Всё");
        desk.giveUpDigest.giveUp(desk.asked(transcript, new Request.Summary()).id());
        desk.cancelDigest.cancel(desk.asked(transcript, new Request.Summary()).id(), desk.owner);

        desk.asked(transcript, new Request.Summary());
    }

    @Test
    void questionsThatDifferInSpacesAreTheSame() {
        var transcript = desk.transcript("Всё");
        var asked = desk.asked(transcript, new Request.Question("  Когда\n\0 встреча? "));

        assertThat(asked.heading().request()).isEqualTo(new Request.Question("Когда встреча?"));
        assertThat(desk.askForDigest.ask(desk.owner, transcript, new Request.Question("Когда встреча?"), false))
                .isEqualTo(new AskForDigest.Outcome.UnderWay(asked));
    }

    @Test
    void aQuestionHasWordsAndAnEnd() {
        var transcript = desk.transcript("Всё");
        for (var words : List.of("", " \n\u00A0", "ы".repeat(1001))) {
            assertThat(desk.askForDigest.ask(desk.owner, transcript, new Request.Question(words), false))
                    .isEqualTo(new AskForDigest.Outcome.TooLong());
        }
        desk.asked(transcript, new Request.Question("😀".repeat(1000)));
    }

    @Test
    void onlyFinishedTranscriptsOfOnesOwnWithWordsHaveDigests() {
        var transcript = desk.transcript("Всё");
        Transcript queued = TranscriptExamples.stored(desk.transcripts, TranscriptExamples.queued(desk.owner));

        assertThat(desk.askForDigest.ask(TranscriptExamples.someone(), transcript, new Request.Summary(), false))
                .isEqualTo(new AskForDigest.Outcome.NotFound());
        assertThat(desk.askForDigest.ask(desk.owner, queued.id(), new Request.Summary(), false))
                .isEqualTo(new AskForDigest.Outcome.NotFound());
        assertThat(desk.askForDigest.ask(desk.owner, TranscriptExamples.someId(), new Request.Summary(), false))
                .isEqualTo(new AskForDigest.Outcome.NotFound());
        assertThat(desk.askForDigest.ask(desk.owner, desk.transcript(), new Request.Summary(), false))
                .isEqualTo(new AskForDigest.Outcome.NothingSaid());
        assertThat(desk.jobs.line()).isEmpty();
        assertThat(desk.outbox.posted()).isEmpty();
    }

    @Test
    void cancellingEndsWhatIsNotOver() {
        var asked = desk.asked(desk.transcript("Всё"), new Request.Summary());

        assertThat(desk.cancelDigest.cancel(asked.id(), TranscriptExamples.someone()))
                .isEqualTo(new CancelDigest.Outcome.NotFound());
        assertThat(desk.cancelDigest.cancel(asked.id(), desk.owner)).isEqualTo(new CancelDigest.Outcome.Cancelled());
        assertThat(desk.digests.find(asked.id())).contains(asked.cancelled());
        assertThat(desk.cancelDigest.cancel(asked.id(), desk.owner)).isEqualTo(new CancelDigest.Outcome.OverAlready());
        assertThat(desk.told()).containsExactly("Begun", "Over");
    }

    @Test
    void givingUpIsAFaultOfOursAndIsToldOnce() {
        var asked = desk.asked(desk.transcript("Всё"), new Request.Summary());

        desk.giveUpDigest.giveUp(asked.id());
        desk.giveUpDigest.giveUp(asked.id());
        desk.giveUpDigest.giveUp(new DigestId(desk.ids.next()));

        assertThat(desk.digests.find(asked.id())).contains(asked.failed(DigestProblem.INTERNAL));
        assertThat(desk.told()).containsExactly("Begun", "Over");
    }

    @Test
    void aTaskIsTickedAndTheTickTakenAway() throws Exception {
        var list = aToDoList();

        var ticked = (TickTask.Outcome.Ticked) desk.tickTask.tick(list.id(), desk.owner, 1, true);
        assertThat(ticked.digest().content().tasks())
                .extracting(Content.Task::done)
                .containsExactly(false, true);
        assertThat(desk.digests.find(list.id())).contains(ticked.digest());
        assertThat(desk.tickTask.tick(list.id(), desk.owner, 1, true)).isEqualTo(ticked);

        desk.tickTask.tick(list.id(), desk.owner, 1, false);
        assertThat(((Digest.Ready) desk.digests.find(list.id()).orElseThrow()).content())
                .isEqualTo(list.content());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    void aTaskThatIsNotThereIsNotTicked(int task) throws Exception {
        var list = aToDoList();

        assertThat(desk.tickTask.tick(list.id(), desk.owner, task, true)).isEqualTo(new TickTask.Outcome.NoSuchTask());
        assertThat(desk.digests.find(list.id())).contains(list);
    }

    @Test
    void onlyOnesOwnFinishedListsAreTicked() throws Exception {
        var list = aToDoList();
        var summary = ready(desk.asked(desk.transcript("Всё"), new Request.Summary()), new Content.Summary(List.of()));
        var asked = desk.asked(desk.transcript("Всё"), new Request.ToDo());

        assertThat(desk.tickTask.tick(list.id(), TranscriptExamples.someone(), 0, true))
                .isEqualTo(new TickTask.Outcome.NotFound());
        assertThat(desk.tickTask.tick(summary.id(), desk.owner, 0, true)).isEqualTo(new TickTask.Outcome.NotFound());
        assertThat(desk.tickTask.tick(asked.id(), desk.owner, 0, true)).isEqualTo(new TickTask.Outcome.NotFound());
    }

    @Test
    void aTickThatComesBetweenIsNotLost() throws Exception {
        var list = aToDoList();
        var others = new AtomicInteger(1);
        Transactions disturbed = new Transactions() {

            @Override
            public <T> T call(Supplier<T> work) {
                return desk.transactions.call(() -> {
                    var result = work.get();
                    if (others.getAndDecrement() > 0) {
                        throw new StaleState("Digest");
                    }
                    return result;
                });
            }
        };

        assertThat(new TickTask(desk.digests, disturbed).tick(list.id(), desk.owner, 0, true))
                .isInstanceOf(TickTask.Outcome.Ticked.class);
        others.set(2);
        var hopeless = new TickTask(desk.digests, disturbed);
        assertThatThrownBy(() -> hopeless.tick(list.id(), desk.owner, 1, true)).isInstanceOf(StaleState.class);
    }
}
