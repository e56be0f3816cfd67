package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a language model makes of a transcript. */
class DigestStory {

    private static final String MEETING = "Коллеги, мы решили открыть офис в Караганде весной. "
            + "Ольге нужно найти помещение до пятницы. Продажи выросли на десять процентов. "
            + "Надо нанять двух бухгалтеров. Склад пока остаётся старый.";

    private final Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
        town.speech().delete("/calls");
    }

    private Person withMeeting() {
        var dilnara = town.person("Диля", "ru");
        town.hears(MEETING);
        dilnara.seesInReplyTo(dilnara.sendsVoice("meeting-ru.ogg"), "Караганде");
        return dilnara;
    }

    private long questionsToTheModel() {
        return town.speech()
                .get("/calls")
                .valueStream()
                .filter(call -> call.path("path").asString().contains("chat"))
                .count();
    }

    @Test
    void theSecondTapShowsWhatTheFirstHadMade() {
        var dilnara = withMeeting();

        dilnara.taps("📌 Конспект");
        var summary = dilnara.sees("Составила модель");
        assertThat(Person.textOf(summary)).contains("📌 Конспект · Голосовое сообщение", "[0:0");
        dilnara.taps("📌 Конспект");
        Moment.when(
                "the card in its place",
                () -> Optional.of(dilnara.fromTheBot()
                                .filter(message -> Person.textOf(message).contains("Составила модель"))
                                .count())
                        .filter(shown -> shown == 2));
        assertThat(questionsToTheModel()).isEqualTo(1);

        dilnara.taps("🔁 Составить заново");
        Moment.when("another question", () -> questionsToTheModel() == 2 ? Optional.of(2) : Optional.empty());
        dilnara.seesLast("Составила модель");
    }

    @Test
    void tasksAreTickedOffAndGoIntoACalendar() {
        var dilnara = withMeeting();
        dilnara.taps("✅ Задачи");
        dilnara.sees("нанять двух бухгалтеров");

        var task = dilnara.labelWith("нанять двух бухгалтеров");
        assertThat(task).startsWith("◻️");
        dilnara.taps(task);
        var ticked = task.replace("◻️", "☑️");
        dilnara.messageWithButton(ticked);
        dilnara.taps("📤 Экспорт");
        dilnara.sees("В каком формате");
        dilnara.taps("iCalendar");

        assertThat(dilnara.fileEndingWith(".ics").replace("\r\n ", ""))
                .startsWith("BEGIN:VCALENDAR")
                .contains("нанять двух бухгалтеров")
                .contains("STATUS:COMPLETED", "STATUS:NEEDS-ACTION");
        dilnara.taps("Markdown");
        assertThat(dilnara.fileEndingWith(".md")).contains("- [x] `00:00:0", "- [ ] `00:00:0");
        dilnara.taps("‹ Назад");
        dilnara.messageWithButton(ticked);
    }

    @Test
    void aTickOutlivesTheProgram(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        var ffmpeg = Town.ffmpeg();
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var models = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
                var household = new Household(folder, telegram.root(), models.address())) {
            household.runs();
            new Control(models.address()).post("/text", "{\"text\": \"We have to hire two accountants.\"}");
            var john = new Person(new Control(telegram.root()), "John", "en");
            john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "accountants");
            john.taps("✅ To-do");
            var task = john.labelWith("hire two accountants");
            john.taps(task);
            var ticked = task.replace("◻️", "☑️");
            john.messageWithButton(ticked);

            household.dies();
            household.rises();
            household.runs();

            john.taps("‹ Transcript");
            john.taps("✅ To-do");
            john.messageWithButton(ticked);
            john.taps(ticked);
            john.messageWithButton(task);
        }
    }

    @Test
    void minutesAndAnswersComeFromTheRecordingAlone() {
        var john = town.person("John", "en");
        town.hears("We decided to move the office to Almaty. Oleg has to call the landlord. The budget is fifty"
                + " thousand.");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Almaty");

        john.taps("📋 Minutes");
        assertThat(Person.textOf(john.sees("Written by the model"))).contains("Decisions", "move the office to Almaty");

        john.taps("💬 Ask");
        john.sees("What would you like to know");
        john.says("What is the budget?");
        john.sees("The budget is fifty thousand. [");
        john.taps("💬 Ask another");
        john.sees("What would you like to know");
        john.says("Who is the astronaut?");
        john.sees("This recording does not say.");
    }

    @Test
    void whileTheModelIsAwayNothingIsInvented() {
        var dilnara = withMeeting();
        town.speech().post("/faults", "{\"kind\": \"unauthorized\", \"path\": \"chat\"}");

        dilnara.taps("📋 Протокол");
        dilnara.sees("Языковая модель сейчас не отвечает");
        town.calm();

        dilnara.sees("Составила модель");
    }

    @Test
    void aRefusalIsAMessageWithAWayOn() {
        var dilnara = withMeeting();
        town.speech().post("/chat-server", "{\"refusal\": \"I cannot help with that <b>at all</b>.\"}");
        try {
            dilnara.taps("📌 Конспект");
            dilnara.sees("Модель отказалась");
            dilnara.neverSees("I cannot help");
        } finally {
            town.speech().delete("/chat-server");
        }

        dilnara.taps("🔁 Попробовать ещё раз");
        dilnara.sees("Составила модель");
    }

    @Test
    void whatIsCancelledDoesNotArrive() {
        var dilnara = withMeeting();
        town.speech().post("/faults", "{\"kind\": \"unauthorized\", \"path\": \"chat\"}");
        dilnara.taps("📌 Конспект");
        dilnara.sees("Языковая модель сейчас не отвечает");

        dilnara.taps("✖️ Отменить");
        dilnara.sees("🚫 Отменено");
        town.calm();

        dilnara.taps("🔁 Попробовать ещё раз");
        dilnara.sees("Составила модель");
    }

    @Test
    void aDeletedTranscriptTakesItsDocumentsAlong() {
        var dilnara = withMeeting();
        dilnara.taps("📌 Конспект");
        dilnara.sees("Составила модель");
        var again = dilnara.dataOf("🔁 Составить заново");
        var message = dilnara.messageWithButton("🔁 Составить заново")
                .get("message_id")
                .asInt();

        dilnara.taps("🗑 Удалить");
        dilnara.taps("🗑 Да, удалить");
        dilnara.sees("🗑 Удалено");
        dilnara.forges(message, again);

        Moment.when(
                "the answer",
                () -> dilnara.toasts().stream()
                        .filter("Этого больше нет"::equals)
                        .findFirst());
        assertThat(town.database()
                        .sql("SELECT count(*) FROM transcript_digests d JOIN users u ON u.id = d.user_id WHERE"
                                + " chat_id = ?")
                        .param(Long.parseLong(dilnara.id()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
