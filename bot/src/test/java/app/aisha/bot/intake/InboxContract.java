package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.aisha.bot.routing.Incoming;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every inbox promises. */
public interface InboxContract {

    /** The inbox under test; others may have put updates into it. */
    Inbox inbox();

    /** An update no other test has used. */
    static Reading.Understood someUpdate() {
        var id = new SecureRandom().nextLong(1L << 52);
        return said(id, new ChatId(id), "{\"update_id\":%d,\"text\":\"Привет 🎧 \\u0000 'x'\"}".formatted(id));
    }

    private static Reading.Understood said(long id, ChatId chat, String json) {
        var sender = new Incoming.Sender(chat, "Dilnara", Optional.empty(), Language.EN);
        return new Reading.Understood(new RawUpdate(id, json), new Incoming.Said(sender, "x"));
    }

    private List<RawUpdate> open(Reading.Understood update) {
        return inbox().open(chatOf(update));
    }

    private static ChatId chatOf(Reading.Understood update) {
        return update.incoming().sender().chat();
    }

    @Test
    default void anUpdateIsNewOnceAndOpenUntilItIsDone() {
        var update = someUpdate();
        var id = update.update().id();

        assertThat(inbox().keep(List.of(update))).containsExactly(id);
        assertThat(inbox().keep(List.of(update))).isEmpty();
        assertThat(open(update)).containsExactly(update.update());
        assertThat(inbox().waiting(Duration.ZERO)).contains(chatOf(update));

        inbox().done(List.of(id));

        assertThat(open(update)).isEmpty();
        assertThat(inbox().waiting(Duration.ZERO)).doesNotContain(chatOf(update));
        assertThat(inbox().keep(List.of(update))).isEmpty();
        assertThat(open(update)).isEmpty();
    }

    @Test
    default void fiveTimesAtOnceItIsNewOnce() throws Exception {
        var update = someUpdate();
        Callable<Set<Long>> keep = () -> inbox().keep(List.of(update));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> keep).limit(5).toList()).stream()
                            .map(Future::resultNow)
                            .filter(fresh -> !fresh.isEmpty()))
                    .containsExactly(Set.of(update.update().id()));
        }
    }

    @Test
    default void twiceInOneBatchItIsNewOnce() {
        var update = someUpdate();

        assertThat(inbox().keep(List.of(update, update)))
                .containsExactly(update.update().id());
    }

    @Test
    default void whatIsOpenInAChatComesInTheOrderOfItsIds() {
        var base = someUpdate();
        var id = base.update().id();
        var updates = LongStream.of(3, 1, 2)
                .mapToObj(i -> said(id + i, chatOf(base), "{}"))
                .toList();

        inbox().keep(updates);
        inbox().keep(List.of(someUpdate()));

        assertThat(open(base)).extracting(RawUpdate::id).containsExactly(id + 1, id + 2, id + 3);
    }

    @Test
    default void aBatchMayBeLarge() {
        var base = someUpdate();
        var id = base.update().id();
        var updates = LongStream.range(0, 2_000)
                .mapToObj(i -> said(id + i, chatOf(base), "{}"))
                .toList();

        assertThat(inbox().keep(updates)).hasSize(2_000);

        inbox().done(updates.stream().map(update -> update.update().id()).toList());
        assertThat(open(base)).isEmpty();
    }

    @Test
    default void whatIsOfNoInterestIsNewOnceAndDoneFromTheBeginning() {
        var other = new Reading.OfNoInterest(someUpdate().update());

        assertThat(inbox().keep(List.of(other))).containsExactly(other.update().id());
        assertThat(inbox().keep(List.of(other))).isEmpty();
        assertThat(inbox().waiting(Duration.ZERO)).doesNotContain(new ChatId(0));
    }

    @Test
    default void anUpdateInQuarantineCountsAsDoneAlsoTheSecondTime() {
        var update = someUpdate();
        inbox().keep(List.of(update));

        inbox().quarantine(update.update(), "java.lang.IllegalStateException", "0a1b2c3d");
        inbox().quarantine(update.update(), "java.lang.IllegalStateException", "0a1b2c3d");

        assertThat(open(update)).isEmpty();
        assertThat(inbox().keep(List.of(update))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"a\":\"\0\"}", "\ud83d lone", "lone \udc00", "{}"})
    default void theMalformedIsKeptAsideWhateverItHoldsAndHowOftenItComes(String json) {
        var good = someUpdate();
        var bad = new Reading.Malformed(json, "no update");

        assertThat(inbox().keep(List.of(bad, good, bad)))
                .containsExactly(good.update().id());
        assertThatCode(() -> inbox().keep(List.of(bad))).doesNotThrowAnyException();
    }

    @Test
    default void nothingToKeepIsNothingNew() {
        assertThat(inbox().keep(List.of())).isEmpty();
    }

    @Test
    default void markingTheUnknownOrNothingIsHarmless() {
        assertThatCode(() -> {
                    inbox().done(List.of(someUpdate().update().id()));
                    inbox().done(List.of());
                })
                .doesNotThrowAnyException();
    }
}
