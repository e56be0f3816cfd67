package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done with transcripts that are there: finding them, having the sound back, hearing it again, deleting it. */
class HistoryStory {

    private final Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
    }

    private Person withTranscript(String name, String language, String text) {
        var person = town.person(name, language);
        town.hears(text);
        person.seesInReplyTo(person.sendsVoice("meeting-ru.ogg"), text);
        return person;
    }

    @Test
    void aWordFindsTheTextInAnyFormAndBackLeadsToWhatWasFound() {
        var dilnara = withTranscript("Диля", "ru", "Новые книги лежат на столе <у> ёлки.");
        town.hears("Совсем другое.");
        dilnara.seesInReplyTo(dilnara.sendsVoice("note-en.ogg"), "Совсем другое.");
        dilnara.says("/transcripts");
        dilnara.taps("🔍 Найти");
        dilnara.sees("Что найти?");

        dilnara.says("книгу на елке");

        var found = dilnara.sees("🔍 книгу на елке");
        assertThat(Person.textOf(found))
                .contains("Новые книги лежат на столе <у> ёлки")
                .doesNotContain("другое");
        dilnara.taps("1. Голосовое сообщение");
        dilnara.seesLast("Новые книги");
        dilnara.taps("‹ К найденному");
        dilnara.seesLast("🔍 книгу на елке");
        dilnara.taps("🔍 Искать другое");
        dilnara.seesLast("Что найти?");
        dilnara.says("и на");
        dilnara.seesLast("По этим словам искать нечего");
        dilnara.says("дирижабль");
        dilnara.seesLast("Ничего не нашла");
    }

    @Test
    void theCommandWithWordsSearchesAndFindsOnlyOnesOwn() {
        withTranscript("Диля", "ru", "Секретный бюджет.");
        var john = withTranscript("John", "en", "We were running late'); DROP TABLE users; --");

        john.says("/transcripts run");
        assertThat(Person.textOf(john.sees("🔍 run"))).contains("running late'); DROP TABLE users");
        john.says("/transcripts бюджет");
        john.seesLast("Nothing found");
    }

    @Test
    void deletingTakesTheTextAndTheSound() {
        var dilnara = withTranscript("Диля", "ru", "Это надо забыть.");
        assertThat(sounds(dilnara)).hasSize(1);

        dilnara.taps("🗑 Удалить");
        dilnara.sees("исчезнут насовсем");
        var tap = dilnara.dataOf("🗑 Да, удалить");
        var message =
                dilnara.messageWithButton("🗑 Да, удалить").get("message_id").asInt();
        dilnara.forges(message, tap);
        dilnara.forges(message, tap);

        dilnara.sees("🗑 Удалено");
        Moment.when("the sound gone", () -> sounds(dilnara).isEmpty() ? Optional.of(true) : Optional.empty());
        assertThat(town.database()
                        .sql("SELECT count(*) FROM transcript_pieces WHERE transcript_id NOT IN"
                                + " (SELECT id FROM user_transcripts)")
                        .query(Integer.class)
                        .single())
                .isZero();
        dilnara.taps("‹ К списку");
        dilnara.sees("Здесь пока пусто");
    }

    @Test
    void aStrangerDeletesAndHearsNothing() {
        var dilnara = withTranscript("Диля", "ru", "Секрет Дили.");
        dilnara.taps("🗑 Удалить");
        var mallory = town.person("Mallory", "en");
        mallory.says("/menu");
        var menu = mallory.sees("Main menu").get("message_id").asInt();

        mallory.forges(menu, dilnara.dataOf("🗑 Да, удалить"));
        Moment.when(
                "the answer",
                () -> mallory.toasts().stream()
                        .filter("I could not find that transcript"::equals)
                        .findFirst());
        dilnara.taps("‹ К расшифровке");
        dilnara.seesLast("Секрет Дили.");
        mallory.forges(menu, dilnara.dataOf("🎧 Оригинал"));
        mallory.neverSees("Секрет");

        assertThat(mallory.fromTheBot()).noneMatch(sent -> sent.has("voice") || sent.has("document"));
        assertThat(sounds(dilnara)).hasSize(1);
    }

    @Test
    void theOriginalComesBackAsTheVoiceMessageItWas() {
        var dilnara = withTranscript("Диля", "ru", "Запись нужна обратно.");

        dilnara.taps("🎧 Оригинал");

        var voice = Moment.when(
                "the voice message",
                () -> dilnara.fromTheBot().filter(sent -> sent.has("voice")).findFirst());
        assertThat(Person.textOf(voice)).isEqualTo("🎧 Голосовое сообщение");
    }

    @Test
    void anotherLanguageIsATranscriptOfItsOwn() {
        var dilnara = withTranscript("Диля", "ru", "Сначала по-русски.");
        town.hears("Then in English.");
        dilnara.taps("🌐 Другой язык");
        var tap = dilnara.dataOf("English");
        var message = dilnara.messageWithButton("English").get("message_id").asInt();

        dilnara.forges(message, tap);
        dilnara.forges(message, tap);

        dilnara.sees("📝 Голосовое сообщение (английский)");
        dilnara.sees("Then in English.");
        assertThat(sounds(dilnara)).hasSize(2);
        dilnara.says("/transcripts");
        assertThat(Person.labels(dilnara.sees("Мои расшифровки")))
                .containsExactly(
                        "📝 Голосовое сообщение (английский) · 0:04",
                        "📝 Голосовое сообщение · 0:04",
                        "🔍 Найти",
                        "‹ Назад");
    }

    @Test
    void whatTelegramHasForgottenComesFromTheStoreAsAFile() {
        var dilnara = withTranscript("Диля", "ru", "Telegram это забыл.");
        town.database()
                .sql("UPDATE user_transcripts SET file = 'unknown' WHERE wording = 'Telegram это забыл.'")
                .update();

        dilnara.taps("🎧 Оригинал");

        var file = Moment.when(
                "the file",
                () -> dilnara.fromTheBot().filter(sent -> sent.has("document")).findFirst());
        assertThat(dilnara.download(file).orElseThrow()).startsWith("OggS");
        assertThat(file.get("document").get("file_name").asString()).endsWith(".ogg");
    }

    @Test
    void aGapIsFilledOnATapAtNoCostHoweverOftenOneTaps() {
        var john = town.person("John", "en");
        var talk = TalkingTones.lasting(120, 2_712);
        town.speechKnows(talk);
        town.speech().post("/faults", "{\"kind\": \"too_large\", \"path\": \"transcriptions\", \"times\": 1}");
        var message = john.sends("audio", "talk.wav", talk.wav());
        john.taps("✅ Transcribe for 10 credits");
        john.seesInReplyTo(message, "1 passage could not be recognised");
        var balance = balanceOf(john);
        var tap = john.dataOf("🔁 Try the gaps again");
        var card = john.messageWithButton("🔁 Try the gaps again")
                .get("message_id")
                .asInt();

        john.forges(card, tap);
        john.forges(card, tap);

        john.sees("1 passage was recognised, no gaps are left");
        john.taps("📝 Open the transcript");
        john.sees("📝 talk.wav");
        john.taps("📄 Full text");
        assertThat(john.download(john.sees("📄 talk.wav")).orElseThrow().strip().split("\\s+"))
                .isEqualTo(talk.text().split("\\s+"));
        assertThat(balanceOf(john)).isEqualTo(balance);
    }

    @Test
    void anotherLanguageHasAPriceOfItsOwnAndReceiptsOutliveWhatTheyAreFor() {
        var john = town.person("John", "en");
        var talk = TalkingTones.lasting(120, 2_713);
        town.speechKnows(talk);
        john.sends("audio", "talk.wav", talk.wav());
        john.taps("✅ Transcribe for 10 credits");
        john.sees("📝 talk.wav");

        john.taps("🌐 Other language");
        john.taps("Deutsch");
        john.sees("🎙 talk.wav (German)");
        john.taps("✅ Transcribe for 10 credits");
        john.sees("📝 talk.wav (German)");
        assertThat(balanceOf(john)).isEqualTo(80);

        john.taps("🗑 Delete");
        john.taps("🗑 Yes, delete");
        john.sees("🗑 Deleted");
        john.says("/profile");
        john.taps("🧾 History");
        john.taps(john.labelWith("· Transcript"));
        assertThat(Person.labels(john.sees("Receipt no."))).containsExactly("‹ Back");
    }

    private long balanceOf(Person person) {
        return town.database()
                .sql("SELECT free FROM wallets JOIN users ON users.id = user_id WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query(Long.class)
                .single();
    }

    private List<Path> sounds(Person person) {
        var user = town.database()
                .sql("SELECT id::text FROM users WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query(String.class)
                .single();
        var folder = town.media().resolve("users").resolve(user);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
