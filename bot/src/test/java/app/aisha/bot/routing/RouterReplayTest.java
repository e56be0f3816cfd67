package app.aisha.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.bot.transcript.TranscriptStep;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.Language;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.work.StorageUnavailable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An input that an outage cut off is handled once more from its beginning. */
class RouterReplayTest {

    private final Desk desk = new Desk();
    private final RecordingChats chats = new RecordingChats();
    private final ChatMemory memory = new InMemoryChatMemory();
    private final AtomicBoolean away = new AtomicBoolean(true);
    private final Router router = new Router(
            new UsersAwayOnce(desk.users, away),
            new OpenDialogs(memory, BotSets.steps()),
            desk.transcriptDialog,
            desk.dialogs,
            BotSets.pages(),
            chats,
            (_, _) -> Optional.empty());

    @Test
    void theOpenDialogStillWaitsForTheWordsThatComeAgain() throws Exception {
        var ready = desk.ready("text");
        var chat = desk.dilnara.chat();
        memory.remember(chat, BotSets.steps().pack(new TranscriptStep.Naming(ready.id())));
        var words = new Incoming.Said(new Sender(chat, "Dilnara", Optional.empty(), Language.RU), "Plan");

        assertThatThrownBy(() -> router.handle(words)).isInstanceOf(StorageUnavailable.class);
        router.handle(words);

        assertThat(desk.now(ready).heading().title()).contains("Plan");
        assertThat(chats.page().html()).contains("<b>Plan</b>");
    }

    /** Cannot be asked for a person the first time. */
    private record UsersAwayOnce(Users users, AtomicBoolean away) implements Users {

        @Override
        public Optional<User> find(UserId id) {
            if (away.getAndSet(false)) {
                throw new StorageUnavailable("away", new IllegalStateException());
            }
            return users.find(id);
        }

        @Override
        public User welcome(ChatId chat, String name, Optional<String> username, Language language) {
            return users.welcome(chat, name, username, language);
        }

        @Override
        public Optional<User> at(ChatId chat) {
            return users.at(chat);
        }

        @Override
        public void speak(UserId id, Language language) {
            users.speak(id, language);
        }

        @Override
        public List<KnownPerson> search(String words, int most) {
            return users.search(words, most);
        }

        @Override
        public void moveTo(UserId id, ZoneId zone) {
            users.moveTo(id, zone);
        }

        @Override
        public void prefer(UserId id, Preferences preferences) {
            users.prefer(id, preferences);
        }

        @Override
        public void setReachable(ChatId chat, boolean reachable) {
            users.setReachable(chat, reachable);
        }
    }
}
