package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class RecordingStory {

    private final Town town;

    RecordingStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void aVoiceMessageBecomesACardWithTheWordsThatWereSaid() {
        var dilnara = town.person("Диля", "ru");
        town.hears("Завтра в десять встречаемся у входа.");

        var voice = dilnara.sendsVoice("meeting-ru.ogg");

        var card = dilnara.seesInReplyTo(voice, "📝 Голосовое сообщение");
        assertThat(Person.textOf(card)).contains("0:04", "6 слов", "Завтра в десять встречаемся у входа.");
        assertThat(dilnara.repliesTo(voice)).hasSize(1);
    }

    @Test
    void theWholeTextComesAsADocumentOnATap() {
        var dilnara = town.person("Диля", "ru");
        town.hears("Завтра в десять.");
        dilnara.seesInReplyTo(dilnara.sendsVoice("meeting-ru.ogg"), "Завтра в десять.");

        dilnara.taps("📄 Полный текст");

        var document = dilnara.sees("📄 Голосовое сообщение");
        assertThat(dilnara.download(document)).contains("Завтра в десять.\n");
        assertThat(document.get("document").get("file_name").asString())
                .startsWith("Расшифровка ")
                .endsWith(".txt");
    }

    @Test
    void theTextComesInEveryFormat() {
        var dilnara = town.person("Диля", "ru");
        town.hears("Завтра в десять встречаемся у входа.");
        dilnara.seesInReplyTo(dilnara.sendsVoice("meeting-ru.ogg"), "Завтра в десять");
        dilnara.taps("📤 Экспорт");

        for (var format : List.of("TXT", "Markdown", "DOCX", "PDF", "SRT", "VTT", "JSON")) {
            dilnara.taps(format);
        }

        assertThat(dilnara.fileEndingWith(".txt")).contains("Завтра в десять встречаемся у входа.");
        assertThat(dilnara.fileEndingWith(".md")).contains("# Голосовое сообщение", "Завтра в десять");
        assertThat(dilnara.fileEndingWith(".docx")).startsWith("PK");
        assertThat(dilnara.fileEndingWith(".pdf")).startsWith("%PDF-");
        assertThat(dilnara.fileEndingWith(".srt")).contains("00:00:00,000 --> ", "Завтра в десять");
        assertThat(dilnara.fileEndingWith(".vtt")).startsWith("WEBVTT").contains("Завтра в десять");
        assertThat(dilnara.fileEndingWith(".json")).contains("Завтра в десять");
    }

    @Test
    void aTextThatFitsNoMessageComesWithItsDocument() {
        var dilnara = town.person("Диля", "ru");
        var text = "Слово за слово. ".repeat(400).strip();
        town.hears(text);

        dilnara.sendsVoice("meeting-ru.ogg");

        var document = dilnara.sees("📄 Голосовое сообщение");
        assertThat(dilnara.download(document).orElseThrow().split("\\s+")).containsExactly(text.split(" "));
        dilnara.sees("Полный текст — в файле ниже.");
    }

    @Test
    void aRecordingDuringAnOpenDialogDoesNotDisturbIt() {
        var dilnara = town.person("Диля", "ru");
        town.hears("Первая запись.");
        dilnara.seesInReplyTo(dilnara.sendsVoice("meeting-ru.ogg"), "Первая запись.");
        dilnara.taps("✏️ Переименовать");
        dilnara.sees("Как назвать");

        town.hears("Вторая запись.");
        dilnara.seesInReplyTo(dilnara.sendsVoice("note-en.ogg"), "Вторая запись.");

        dilnara.says("Планёрка <понедельник>");
        dilnara.sees("📝 Планёрка <понедельник>");
        dilnara.sees("Первая запись.");
    }

    @Test
    void twoRecordingsAtOnceAreTwoTranscripts() {
        var john = town.person("John", "en");
        town.hears("Something was said.");

        var first = john.sendsVoice("meeting-ru.ogg");
        var second = john.sendsVoice("note-en.ogg");

        john.seesInReplyTo(first, "Something was said.");
        john.seesInReplyTo(second, "Something was said.");
        john.says("/transcripts");
        var history = john.sees("My transcripts");
        assertThat(Person.labels(history))
                .containsExactly("📝 Voice message · 0:04", "📝 Voice message · 0:04", "🔍 Search", "‹ Back");
    }

    @Test
    void theHistoryTurnsPagesAndLeadsBackToThem() {
        var john = town.person("John", "en");
        town.hears("Words.");
        for (var number = 1; number <= 6; number++) {
            john.seesInReplyTo(
                    john.sends("document", "talk-%d.ogg".formatted(number), Person.resource("note-en.ogg")), "Words.");
        }

        john.says("/transcripts");
        assertThat(Person.labels(john.messageWithButton("Older ›")))
                .hasSize(8)
                .first()
                .isEqualTo("📝 talk-6.ogg · 0:04");
        john.taps("Older ›");
        john.taps("📝 talk-1.ogg · 0:04");
        john.seesLast("📝 talk-1.ogg");
        john.taps("‹ Back");
        assertThat(Person.labels(john.messageWithButton("‹ Newer")))
                .isEqualTo(List.of("📝 talk-1.ogg · 0:04", "‹ Newer", "🔍 Search", "‹ Back"));
    }

    @Test
    void anOldButtonIsAnsweredWithWhatIsNow() {
        var john = town.person("John", "en");
        john.says("/start");
        var menu = john.sees("Hello, John!");

        john.forges(menu.get("message_id").asInt(), "v0:gone:forever");

        john.sees("Main menu");
        assertThat(john.toasts()).contains("That button is outdated — here is a fresh menu");
    }

    @Test
    void aStrangerNeverSeesAnothersTranscript() {
        var dilnara = town.person("Диля", "ru");
        town.hears("Секрет Дили.");
        dilnara.seesInReplyTo(dilnara.sendsVoice("meeting-ru.ogg"), "Секрет Дили.");
        var mallory = town.person("Mallory", "en");
        mallory.says("/menu");
        var menu = mallory.sees("Main menu").get("message_id").asInt();

        for (var label : List.of("📄 Полный текст", "✏️ Переименовать")) {
            mallory.forges(menu, dilnara.dataOf(label));
            mallory.sees("Nothing here yet.");
        }

        mallory.neverSees("Секрет");
        assertThat(mallory.toasts()).contains("I could not find that transcript");
    }

    @Test
    void aCancelledRecordingIsNotTranscribed() {
        var john = town.person("John", "en");
        town.speech().post("/faults", "{\"kind\": \"unauthorized\", \"path\": \"transcriptions\"}");
        var voice = john.sendsVoice("note-en.ogg");
        john.seesInReplyTo(voice, "The recognition service is not answering");

        john.taps("✖️ Cancel");

        john.seesInReplyTo(voice, "🚫 Transcription cancelled");
        assertThat(john.repliesTo(voice)).hasSize(1);
    }
}
