package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SettingsStory {

    private static final String SLOW = "{\"kind\": \"slow\", \"path\": \"transcriptions\", \"millis\": 3000}";
    private static final String DOWN = "{\"kind\": \"unauthorized\", \"path\": \"transcriptions\"}";
    private static final List<String> STEPS = List.of("Downloading", "Preparing", "Listening", "Putting the text");

    private final Town town = Town.with(Town.Intake.POLLING);
    private final Person john = town.person("John", "en");

    @BeforeEach
    void calm() {
        town.calm();
        town.speech().delete("/calls");
    }

    @Test
    void everySettingIsChosenOnOneScreenAndIsThereTheNextTime() {
        john.says("/menu");
        john.taps("💳 Profile");
        john.taps("⚙️ Settings");
        john.taps("🔔 Show progress: yes");
        john.taps("✨ Enrich picture descriptions: yes");
        john.taps("🖼 Picture format: 1:1 — square");
        john.taps("9:16 — full phone screen");
        john.taps("‹ Back");
        john.taps("📷 Avatar photos: kept");
        john.taps("deleted at once");
        john.taps("‹ Back");
        john.taps("🎙 Recordings are in: detected automatically");
        john.taps("Deutsch");
        john.taps("‹ Back");
        choosesZone("São Paulo");
        john.sees("São Paulo · ");
        john.taps("‹ Back");
        john.taps("🌐 Language: English");
        john.taps("Русский");
        john.taps("‹ Назад");

        var labels = Person.labels(john.messageWithButton("🌐 Язык: Русский"));
        assertThat(labels)
                .contains(
                        "🎙 Язык записей: немецкий",
                        "🔔 Показывать ход работы: нет",
                        "🖼 Формат картинок: 9:16 — во весь экран телефона",
                        "✨ Дополнять описания картинок: нет",
                        "📷 Фото для аватара: удалять сразу")
                .anyMatch(label -> label.startsWith("🕑 Часовой пояс: Сан-Паулу · "));
        assertThat(john.toasts())
                .contains(
                        "I’ll tell you only about the start and the result",
                        "Saved: 9:16 — full phone screen",
                        "Saved: German");
        john.says("/settings");
        john.seesLast("Настройки");
        assertThat(withoutTime(Person.labels(john.sees("Настройки")))).isEqualTo(withoutTime(labels));
    }

    @Test
    void aRecordingIsHeardInTheChosenLanguageAlsoWhenTheChoiceChangesMeanwhile() {
        town.hears("Сәлем.");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Сәлем.");
        assertThat(languagesHeard()).containsExactly("");

        john.says("/settings");
        john.taps("🎙 Recordings are in: detected automatically");
        john.taps("Қазақ тілі");
        town.speech().post("/faults", DOWN);
        var voice = john.sendsVoice("note-en.ogg");
        john.seesInReplyTo(voice, "The recognition service is not answering");
        john.taps("✍️ Another language");
        john.says("кхм");
        john.sees("Did you mean: Khmer?");
        john.says("грузинский");
        john.sees("Now: Georgian.");
        town.speech().delete("/calls");
        town.calm();
        town.hears("Сәлем тағы.");

        john.seesInReplyTo(voice, "Сәлем тағы.");
        assertThat(languagesHeard()).isNotEmpty().containsOnly("kk");

        town.speech().delete("/calls");
        town.hears("Გამარჯობა.");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Გამარჯობა.");
        assertThat(languagesHeard()).containsExactly("ka");
    }

    @Test
    void everyPieceOfALongRecordingIsHeardInTheChosenLanguage() {
        var talk = TalkingTones.lasting(100, 5);
        town.speechKnows(talk);
        john.says("/settings");
        john.taps("🎙 Recordings are in: detected automatically");
        john.taps("Русский");

        var message = john.sends("audio", "talk.wav", talk.wav());
        john.seesInReplyTo(message, "Transcribing it costs 10 credits");
        john.taps("✅ Transcribe for 10 credits");
        john.seesInReplyTo(message, "📝 talk.wav");

        assertThat(languagesHeard()).hasSizeGreaterThan(1).containsOnly("ru");
    }

    @Test
    void whoDoesNotWantProgressIsToldOfTheBeginningAndTheEnd() {
        town.speech().post("/faults", SLOW);
        town.hears("Slowly.");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Slowly.");
        assertThat(told(john)).anyMatch(SettingsStory::isStep);

        var anna = town.person("Anna", "en");
        anna.says("/settings");
        anna.taps("🔔 Show progress: yes");
        var voice = anna.sendsVoice("note-en.ogg");

        anna.seesInReplyTo(voice, "Got your recording");
        anna.seesInReplyTo(voice, "Slowly.");
        assertThat(anna.repliesTo(voice)).hasSize(1);
        assertThat(told(anna)).noneMatch(SettingsStory::isStep);
    }

    @Test
    void datesAreThoseOfTheChosenZone() {
        town.hears("Time flies.");
        var card = john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Time flies.");
        assertThat(Person.textOf(card)).contains(timeOf(card, "Europe/Moscow"));

        john.says("/settings");
        choosesZone("UTC+99");
        john.sees("There is no such offset");
        john.says("+05:30");
        john.sees("Now: UTC+5:30 · ");
        john.says("/transcripts");
        john.taps("📝 Voice message · 0:04");

        john.seesLast("Time flies.");
        assertThat(john.heard().getLast()).contains(timeOf(card, "+05:30"));
    }

    private static List<String> withoutTime(List<String> labels) {
        return labels.stream()
                .map(label -> label.replaceFirst("\\d\\d:\\d\\d$", ""))
                .toList();
    }

    private void choosesZone(String words) {
        var label = Person.labels(john.sees("Settings")).stream()
                .filter(it -> it.startsWith("🕑 Time zone: Moscow · "))
                .findFirst()
                .orElseThrow();
        john.taps(label);
        john.taps("✍️ Write a city or an offset");
        john.says(words);
    }

    /** As the card writes the moment when the recording it answers was sent. */
    private static String timeOf(JsonNode card, String zone) {
        var sent = card.get("reply_to_message").get("date").asLong();
        return DateTimeFormatter.ofPattern("h:mm", Locale.ROOT)
                .format(Instant.ofEpochSecond(sent).atZone(ZoneId.of(zone)));
    }

    /** The hints of the calls to the speech service, oldest first; empty where none was given. */
    private List<String> languagesHeard() {
        var found = new ArrayList<String>();
        town.speech().get("/calls").forEach(call -> {
            if (call.get("path").asString().endsWith("transcriptions")) {
                found.add(call.get("fields").path("languages[]").path(0).asString(""));
            }
        });
        return found;
    }

    /** Every text that was ever sent to this person, also where it was edited away since. */
    private List<String> told(Person person) {
        return Stream.of("sendMessage", "editMessageText")
                .flatMap(method -> {
                    var found = new ArrayList<String>();
                    town.telegram().get("/calls?method=" + method).forEach(call -> {
                        var parameters = call.path("parameters");
                        if (parameters.path("chat_id").asString("").equals(person.id())) {
                            found.add(parameters.path("text").asString(""));
                        }
                    });
                    return found.stream();
                })
                .toList();
    }

    private static boolean isStep(String words) {
        return STEPS.stream().anyMatch(words::contains);
    }
}
