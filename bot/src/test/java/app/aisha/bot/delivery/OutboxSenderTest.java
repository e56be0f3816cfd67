package app.aisha.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.aisha.bot.BotSets;
import app.aisha.bot.Eventually;
import app.aisha.bot.delivery.InMemoryOutboxQueue.End;
import app.aisha.bot.delivery.ScriptedMessenger.Try;
import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.work.Notice;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.StorageUnavailable;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {

    private static final Duration EDIT_INTERVAL = Duration.ofMillis(2_500);
    private static final Parcel.Attempts NONE = new Parcel.Attempts(0, false);

    private final InMemoryOutboxQueue queue = new InMemoryOutboxQueue();
    private final ScriptedMessenger messenger = new ScriptedMessenger();
    private final InMemoryUsers users = new InMemoryUsers(new TimeOrderedIds(new SettableClock()), ZoneId.of("UTC"));
    private final User dilnara = users.welcome(new ChatId(7), "Dilnara", Optional.empty(), Language.RU);
    private final AtomicLong nanos = new AtomicLong();
    private final OutboxSender sender =
            new OutboxSender(queue, users, List.of(nobody(), announcer()), BotSets.pages(), messenger, nanos::get);

    @BeforeEach
    void start() {
        sender.start();
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void theFirstNoticeOfAnAnchorIsAMessageInTheLanguageOfItsReader() {
        queue.put(dilnara.id(), progress(3));

        assertThat(end()).isEqualTo(new End.Delivered(1, 101, EDIT_INTERVAL));
        assertThat(messenger.tries()).singleElement().satisfies(made -> {
            assertThat(((Try.Send) made).chat()).isEqualTo(dilnara.chat());
            assertThat(((Try.Send) made).page().html()).contains("Перед ней в очереди: 3");
        });
    }

    @Test
    void theNextOneEditsItsMessage() {
        again(progress(2), 55, NONE);

        assertThat(end()).isEqualTo(new End.Delivered(1, 55, EDIT_INTERVAL));
        assertThat(messenger.tries()).singleElement().isInstanceOf(Try.Edit.class);
    }

    @Test
    void whatTheMessageShowsAlreadyIsNotShownAgain() {
        queue.put(dilnara.id(), progress(3));
        end();

        queue.put(dilnara.id(), Optional.of(progress(3)), OptionalLong.of(101), Optional.of(queue.lastShown()), NONE);

        assertThat(ends(2).getLast()).isEqualTo(new End.Delivered(2, 101, EDIT_INTERVAL));
        assertThat(messenger.tries()).hasSize(1);
    }

    @Test
    void aMessageThatIsGoneIsSentAnew() {
        messenger.answers(new Delivery.NoSuchMessage());
        again(progress(2), 55, NONE);

        assertThat(end()).isEqualTo(new End.Delivered(1, 101, EDIT_INTERVAL));
        assertThat(sender.possibleDuplicates()).isZero();
    }

    @Test
    void everythingForAPersonComesInItsOrder() {
        IntStream.rangeClosed(1, 20).forEach(i -> queue.put(dilnara.id(), progress(i)));

        assertThat(ends(20)).extracting(end -> ((End.Delivered) end).parcel()).isSorted();
    }

    @Test
    void aPauseIsPassedOnToTheQueue() {
        messenger.answers(new Delivery.Pause(Duration.ofSeconds(9)));
        queue.put(dilnara.id(), progress(1));

        assertThat(end()).isEqualTo(new End.Paused(1, Duration.ofSeconds(9)));
    }

    @Test
    void anEndThatComesAfterTheClaimRanOutLeavesTheNextClaimAlone() {
        messenger.whileTrying(() -> nanos.addAndGet(Duration.ofMinutes(1).toNanos()));
        messenger.answers(
                new Delivery.Unknown("timeout"),
                new Delivery.Pause(Duration.ofSeconds(9)),
                new Delivery.Refused("can't parse entities"));
        for (var chat = 1; chat <= 4; chat++) {
            var reader = users.welcome(new ChatId(chat), "Ada", Optional.empty(), Language.EN);
            queue.put(reader.id(), progress(chat));
            sender.wake();
            var tries = chat;
            Eventually.until(tries + " were tried", () -> messenger.tries().size() == tries);
        }

        assertThat(end()).isEqualTo(new End.Delivered(4, 101, EDIT_INTERVAL));
    }

    @Test
    void whoBlockedTheBotGetsNothingMore() {
        messenger.answers(new Delivery.Unreachable());
        queue.put(dilnara.id(), progress(1));

        assertThat(end()).isEqualTo(new End.Unreachable(dilnara.id()));
        assertThat(users.find(dilnara.id()).orElseThrow().reachable()).isFalse();
    }

    @Test
    void whatIsRefusedForGoodIsDropped() {
        messenger.answers(new Delivery.Refused("can't parse entities"));
        queue.put(dilnara.id(), progress(1));

        assertThat(end()).isEqualTo(new End.Dropped(1));
    }

    @Test
    void whatGotNoAnswerIsTriedAgainMoreAndMoreRarelyAndGivenUpAtLast() {
        var unknown = new Delivery.Unknown("timeout");
        messenger.answers(unknown, unknown, unknown, unknown, unknown);
        for (var failed : List.of(0, 3, 29, 893, 894)) {
            again(progress(failed), 55, new Parcel.Attempts(failed, false));
        }

        assertThat(ends(5))
                .containsExactly(
                        new End.Failed(1, Duration.ofSeconds(1)),
                        new End.Failed(2, Duration.ofSeconds(8)),
                        new End.Failed(3, Duration.ofMinutes(1)),
                        new End.Failed(4, Duration.ofMinutes(5)),
                        new End.Dropped(5));
    }

    @Test
    void anEditOfAMessageThatIsNowhereIsPutOff() {
        messenger.answers(new Delivery.NoSuchMessage(), new Delivery.NoSuchMessage());
        again(progress(2), 55, NONE);

        assertThat(end()).isEqualTo(new End.Failed(1, Duration.ofSeconds(1)));
    }

    @Test
    void aSendThatWasCutOffIsRepeatedAndCounted() {
        queue.put(
                dilnara.id(),
                Optional.of(progress(1)),
                OptionalLong.empty(),
                Optional.empty(),
                new Parcel.Attempts(1, true));

        assertThat(end()).isInstanceOf(End.Delivered.class);
        assertThat(sender.possibleDuplicates()).isEqualTo(1);
    }

    @Test
    void whatNobodyCanWordOrReadIsDropped() {
        queue.put(dilnara.id(), Optional.empty(), OptionalLong.empty(), Optional.empty(), NONE);
        queue.put(dilnara.id(), new TranscriptNotice.Over(dilnara.id(), TranscriptExamples.someId()));
        queue.put(TranscriptExamples.someone(), progress(1));

        assertThat(ends(3)).containsExactlyInAnyOrder(new End.Dropped(1), new End.Dropped(2), new End.Dropped(3));
        assertThat(messenger.tries()).isEmpty();
    }

    @Test
    void aNoticeWhoseWordingFailsIsTriedAgainAndHoldsUpNothing() {
        queue.put(dilnara.id(), new TranscriptNotice.Fetching(dilnara.id(), TranscriptExamples.someId()));
        queue.put(dilnara.id(), progress(1));

        assertThat(ends(2)).first().isEqualTo(new End.Failed(1, Duration.ofSeconds(1)));
        assertThat(ends(2)).last().isInstanceOf(End.Delivered.class);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        queue.meets(new StorageUnavailable("away", new IllegalStateException()));
        queue.meets(new IllegalStateException("a bug"));
        queue.put(dilnara.id(), progress(1));

        assertThat(end()).isInstanceOf(End.Delivered.class);
    }

    @Test
    void oneThatWasNeverStartedCanBeClosed() {
        var idle = new OutboxSender(queue, users, List.of(), BotSets.pages(), messenger);

        assertThatCode(idle::close).doesNotThrowAnyException();
    }

    private void again(Notice notice, long message, Parcel.Attempts attempts) {
        queue.put(dilnara.id(), Optional.of(notice), OptionalLong.of(message), Optional.of("other"), attempts);
    }

    private End end() {
        return ends(1).getFirst();
    }

    private List<End> ends(int count) {
        sender.wake();
        Eventually.until(count + " parcels have an end", () -> queue.ends().size() == count);
        return queue.ends();
    }

    private Notice progress(int ahead) {
        return new TranscriptNotice.InLine(dilnara.id(), TranscriptExamples.someId(), ahead);
    }

    private static Announcer nobody() {
        return (_, _) -> Optional.empty();
    }

    /** Words the place in line; fails at fetching; knows nothing else. */
    private static Announcer announcer() {
        return (notice, _) -> switch (notice) {
            case TranscriptNotice.InLine inLine ->
                Optional.of(Screen.saying(new TranscriptText.InLine(inLine.ahead())));
            case TranscriptNotice.Fetching _ -> throw new IllegalStateException("no words");
            default -> Optional.empty();
        };
    }
}
