package app.aisha.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.bot.Eventually;
import app.aisha.bot.delivery.ScriptedMessenger.Try;
import app.aisha.bot.routing.ChatGateway.ChatUnavailable;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PatientChatsTest {

    private static final ChatId CHAT = new ChatId(7);
    private static final Page PAGE = new Page("hello", List.of(), Optional.empty(), OptionalLong.empty());
    private static final Delivery NO_ANSWER = new Delivery.Unknown("502");

    private final ScriptedMessenger messenger = new ScriptedMessenger();
    private final InMemoryUsers users = new InMemoryUsers(new TimeOrderedIds(new SettableClock()), ZoneId.of("UTC"));
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final PatientChats chats = new PatientChats(messenger, users, waits::add);

    @Test
    void whatIsTakenIsSentOnce() throws Exception {
        chats.send(CHAT, PAGE);

        assertThat(messenger.tries()).containsExactly(new Try.Send(CHAT, PAGE));
        assertThat(waits).isEmpty();
    }

    @Test
    void everyPauseThePlatformAsksForIsKept() throws Exception {
        var second = Duration.ofSeconds(1);
        var pause = new Delivery.Pause(second);
        messenger.answers(pause, pause, pause, pause, pause, pause, pause, pause);

        chats.send(CHAT, PAGE);

        assertThat(messenger.tries()).hasSize(9);
        assertThat(waits).hasSize(8).containsOnly(second);
    }

    @Test
    void whatGotNoAnswerIsTriedAgainMoreAndMoreRarely() throws Exception {
        messenger.answers(NO_ANSWER, NO_ANSWER, NO_ANSWER);

        chats.send(CHAT, PAGE);

        assertThat(messenger.tries()).hasSize(4);
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void afterSixTriesWithoutAnAnswerTheChatIsUnavailable() {
        messenger.answers(NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER);

        assertThatThrownBy(() -> chats.send(CHAT, PAGE))
                .isInstanceOf(ChatUnavailable.class)
                .hasMessage("502");
        assertThat(messenger.tries()).hasSize(6);
    }

    @Test
    void whoBlockedTheBotIsLeftAloneAndRemembered() throws Exception {
        users.welcome(CHAT, "Dilnara", Optional.empty(), Language.RU);
        messenger.answers(new Delivery.Unreachable());

        chats.send(CHAT, PAGE);

        assertThat(messenger.tries()).hasSize(1);
        assertThat(users.at(CHAT).orElseThrow().reachable()).isFalse();
    }

    @Test
    void whatIsRefusedForGoodIsNotRepeated() {
        messenger.answers(new Delivery.Refused("can't parse entities"));

        assertThatThrownBy(() -> chats.send(CHAT, PAGE)).hasMessage("can't parse entities");
        assertThat(messenger.tries()).hasSize(1);
    }

    @Test
    void aMessageThatCannotBeEditedIsSentAnew() throws Exception {
        messenger.answers(new Delivery.NoSuchMessage());

        chats.edit(CHAT, 17, PAGE);

        assertThat(messenger.tries()).containsExactly(new Try.Edit(CHAT, 17, PAGE), new Try.Send(CHAT, PAGE));
    }

    @Test
    void aDocumentIsNeverPutIntoAnOldMessage() throws Exception {
        var page = new Page("file", List.of(), Optional.of(new Document("a.txt", "text")), OptionalLong.empty());

        chats.edit(CHAT, 17, page);

        assertThat(messenger.tries()).containsExactly(new Try.Send(CHAT, page));
    }

    @Test
    void aMessageNobodyKnowsHowToSendEndsTheTrying() {
        messenger.answers(new Delivery.NoSuchMessage(), new Delivery.NoSuchMessage());

        assertThatThrownBy(() -> chats.edit(CHAT, 17, PAGE)).isInstanceOf(ChatUnavailable.class);
    }

    @Test
    void anInterruptEndsTheTryingAndStaysVisible() {
        messenger.interrupts();

        assertThatThrownBy(() -> chats.send(CHAT, PAGE)).hasMessage("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTapIsAnsweredOnce() {
        chats.answer("query", Optional.of("toast"));
        chats.answer("query", Optional.empty());
        chats.answer("other", Optional.empty());

        Eventually.until("both are answered", () -> messenger.tries().size() == 2);
        assertThat(messenger.tries())
                .containsExactlyInAnyOrder(
                        new Try.Answer("query", Optional.of("toast")), new Try.Answer("other", Optional.empty()));
    }

    @Test
    void anAnswerToATapWaitsAsAskedToo() {
        messenger.answers(new Delivery.Pause(Duration.ofSeconds(3)));

        chats.answer("query", Optional.empty());

        Eventually.until("it is answered", () -> messenger.tries().size() == 2);
        assertThat(waits).containsExactly(Duration.ofSeconds(3));
    }
}
