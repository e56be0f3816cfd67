package app.aisha.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

        var dilnara = users().welcome(chat, "Dilnara", Optional.empty(), Language.EN);

        assertThat(dilnara.chat()).isEqualTo(chat);
        assertThat(dilnara.name()).isEqualTo("Dilnara");
        assertThat(dilnara.language()).isEqualTo(Language.EN);
        assertThat(dilnara.reachable()).isTrue();
        assertThat(dilnara.preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(users().find(dilnara.id())).contains(dilnara);
        assertThat(users().at(chat)).contains(dilnara);
    }

    @Test
    default void aChatIsAlwaysTheSamePersonWhoKeepsTheChosenLanguage() {
        var chat = someChat();
        var before = users().welcome(chat, "Dilnara", Optional.empty(), Language.EN);
        users().speak(before.id(), Language.RU);

        var after = users().welcome(chat, "Dilnara", Optional.empty(), Language.EN);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.language()).isEqualTo(Language.RU);
    }

    @Test
    default void twoChatsAreTwoPeople() {
        assertThat(users().welcome(someChat(), "Anna", Optional.empty(), Language.RU)
                        .id())
                .isNotEqualTo(users().welcome(someChat(), "Anna", Optional.empty(), Language.RU)
                        .id());
    }

    @Test
    default void askedFromManyThreadsAtOnceAChatIsStillOnePerson() throws Exception {
        var chat = someChat();
        Callable<UserId> welcome = () ->
                users().welcome(chat, "Dilnara", Optional.empty(), Language.RU).id();
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

        assertThat(users().welcome(someChat(), name, Optional.empty(), Language.RU)
                        .name())
                .isEqualTo(name);
    }

    @Test
    default void whoIsCalledOtherwiseNowIsKnownByTheNewName() {
        var chat = someChat();
        var before = welcome(chat, "Dilnara", "dilnara" + chat.value());
        users().speak(before.id(), Language.EN);
        users().moveTo(before.id(), ZoneId.of("Asia/Tokyo"));
        users().prefer(before.id(), Preferences.DEFAULT.withProgress(false));
        users().setReachable(chat, false);

        var after = welcome(chat, "Диля", "dilya" + chat.value());

        assertThat(after)
                .isEqualTo(new User(
                        before.id(),
                        chat,
                        "Диля",
                        Language.EN,
                        ZoneId.of("Asia/Tokyo"),
                        false,
                        Preferences.DEFAULT.withProgress(false)));
        assertThat(users().find(before.id())).contains(after);
        assertThat(found("dilnara" + chat.value())).isEmpty();
        assertThat(found("dilya" + chat.value())).containsExactly(before.id());
    }

    @Test
    default void aUsernameCanBeGivenUp() {
        var chat = someChat();
        welcome(chat, "Anna", "anna" + chat.value());

        users().welcome(chat, "Anna", Optional.empty(), Language.EN);

        assertThat(found("anna" + chat.value())).isEmpty();
        assertThat(users().search(Long.toString(chat.value()), 9))
                .containsExactly(new KnownPerson(users().at(chat).orElseThrow(), Optional.empty()));
    }

    @Test
    default void everyPreferenceIsKept() {
        var id = users().welcome(someChat(), "Anna", Optional.empty(), Language.EN)
                .id();
        for (var ratio : AspectRatio.values()) {
            for (var retention : PhotoRetention.values()) {
                for (var yes : new boolean[] {true, false}) {
                    var code = yes ? Optional.of("kk") : Optional.<String>empty();
                    var vocabulary = new Vocabulary(yes ? List.of("Диля <3", "{\"a\", \\\\}", "NULL") : List.of());
                    var preferences = new Preferences(code, yes, ratio, !yes, retention, yes, vocabulary);

                    users().prefer(id, preferences);

                    assertThat(users().find(id).orElseThrow().preferences()).isEqualTo(preferences);
                }
            }
        }
    }

    @Test
    default void eachSwitchIsOneOfItsOwn() {
        var id = users().welcome(someChat(), "Anna", Optional.empty(), Language.EN)
                .id();
        for (var preferences : List.of(
                Preferences.DEFAULT.withConfirmedQuotes(false),
                Preferences.DEFAULT.withEnrichedPrompts(false),
                Preferences.DEFAULT.withProgress(false))) {
            users().prefer(id, preferences);

            assertThat(users().find(id).orElseThrow().preferences()).isEqualTo(preferences);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Almaty", "America/Argentina/Buenos_Aires", "+05:30", "-12:00", "Z", "UTC"})
    default void anyZoneIsKept(String zone) {
        var id = users().welcome(someChat(), "Anna", Optional.empty(), Language.EN)
                .id();

        users().moveTo(id, ZoneId.of(zone));

        assertThat(users().find(id).orElseThrow().zone()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    default void whoIsSoughtIsFoundByChatByUsernameAndByName() {
        var chat = someChat();
        var name = "Әлия <%s> 100%%_".formatted(UUID.randomUUID());
        var aliya = welcome(chat, name, "Aliya_" + chat.value());

        for (var words : List.of(
                Long.toString(chat.value()),
                " " + chat.value() + " ",
                "Aliya_" + chat.value(),
                "@aliya_" + chat.value(),
                "ALIYA_" + chat.value(),
                name,
                name.substring(0, 30).toUpperCase(Locale.ROOT))) {
            assertThat(users().search(words, 9))
                    .as(words)
                    .containsExactly(new KnownPerson(aliya, Optional.of("Aliya_" + chat.value())));
        }
    }

    @Test
    default void whoIsMeantExactlyComesAlone() {
        var chat = someChat();
        var meant = welcome(chat, "Anna", "anna" + chat.value()).id();
        var namesake = welcome(someChat(), "ANNA" + chat.value(), "other" + chat.value())
                .id();
        var numbered =
                welcome(someChat(), "№ " + chat.value(), "third" + chat.value()).id();

        assertThat(found("anna" + chat.value())).containsExactly(meant);
        assertThat(found(Long.toString(chat.value()))).containsExactly(meant);
        assertThat(found("№ " + chat.value())).containsExactly(numbered);
        users().welcome(chat, "Anna", Optional.empty(), Language.RU);
        assertThat(found("anna" + chat.value())).containsExactly(namesake);
    }

    @Test
    default void theNewestAreFoundFirstAndNotMoreThanAsked() {
        var name = "Timur " + UUID.randomUUID();
        var all = Stream.generate(() -> users().welcome(someChat(), name, Optional.empty(), Language.EN)
                        .id())
                .limit(5)
                .toList();

        assertThat(found(name)).containsExactlyElementsOf(all.reversed());
        assertThat(users().search(name, 2).stream().map(person -> person.user().id()))
                .containsExactly(all.get(4), all.get(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "@", "99999999999999999999999", "no such % name_", "no \\ such", "!", "a\0b"})
    default void whatFitsNobodyFindsNobody(String words) {
        users().welcome(someChat(), "Anna", Optional.empty(), Language.EN);

        assertThat(users().search(words, 9)).isEmpty();
    }

    @Test
    default void aPersonWhoCannotBeReachedIsRememberedAsThatUntilTheyCan() {
        var chat = someChat();
        users().welcome(chat, "Dilnara", Optional.empty(), Language.RU);

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
        users().moveTo(id, ZoneId.of("Asia/Almaty"));
        users().prefer(id, Preferences.DEFAULT);
        users().setReachable(chat, false);

        assertThat(users().find(id)).isEmpty();
        assertThat(users().at(chat)).isEmpty();
    }

    private User welcome(ChatId chat, String name, String username) {
        return users().welcome(chat, name, Optional.of(username), Language.RU);
    }

    private List<UserId> found(String words) {
        return users().search(words, 9).stream()
                .map(person -> person.user().id())
                .toList();
    }
}
