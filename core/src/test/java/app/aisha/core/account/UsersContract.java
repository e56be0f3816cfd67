package app.aisha.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every place that keeps people promises. */
public interface UsersContract {

    /** The people under test; others may be among them. */
    Users users();

    /** A chat no other test has used. */
    static ChatId someChat() {
        return new ChatId(new SecureRandom().nextLong(1L << 52));
    }

    @Test
    default void aNewcomerIsAdded() {
        var chat = someChat();

        var dilnara = users().welcome(chat, "Dilnara", Language.EN);

        assertThat(dilnara.chat()).isEqualTo(chat);
        assertThat(dilnara.name()).isEqualTo("Dilnara");
        assertThat(dilnara.language()).isEqualTo(Language.EN);
        assertThat(dilnara.reachable()).isTrue();
        assertThat(users().find(dilnara.id())).contains(dilnara);
        assertThat(users().at(chat)).contains(dilnara);
    }

    @Test
    default void aChatIsAlwaysTheSamePersonWhoKeepsTheChosenLanguage() {
        var chat = someChat();
        var before = users().welcome(chat, "Dilnara", Language.EN);
        users().speak(before.id(), Language.RU);

        var after = users().welcome(chat, "Dilnara", Language.EN);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.language()).isEqualTo(Language.RU);
    }

    @Test
    default void twoChatsAreTwoPeople() {
        assertThat(users().welcome(someChat(), "Anna", Language.RU).id())
                .isNotEqualTo(users().welcome(someChat(), "Anna", Language.RU).id());
    }

    @Test
    default void askedFromManyThreadsAtOnceAChatIsStillOnePerson() throws Exception {
        var chat = someChat();
        Callable<UserId> welcome =
                () -> users().welcome(chat, "Dilnara", Language.RU).id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads
                            .invokeAll(Stream.generate(() -> welcome).limit(12).toList())
                            .stream()
                            .map(Future::resultNow)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    default void anyNameIsKeptAsItIs() {
        var name = "<b>Дильнара</b> & O'Neil \"ә\" 👩‍🦰\\";

        assertThat(users().welcome(someChat(), name, Language.RU).name()).isEqualTo(name);
    }

    @Test
    default void aPersonWhoCannotBeReachedIsRememberedAsThatUntilTheyCan() {
        var chat = someChat();
        users().welcome(chat, "Dilnara", Language.RU);

        users().setReachable(chat, false);
        assertThat(users().at(chat).orElseThrow().reachable()).isFalse();

        users().setReachable(chat, true);
        assertThat(users().at(chat).orElseThrow().reachable()).isTrue();
    }

    @Test
    default void strangersAreNotFoundAndCannotBeChanged() {
        var chat = someChat();
        var id = new UserId(UUID.randomUUID());

        users().speak(id, Language.EN);
        users().setReachable(chat, false);

        assertThat(users().find(id)).isEmpty();
        assertThat(users().at(chat)).isEmpty();
    }
}
