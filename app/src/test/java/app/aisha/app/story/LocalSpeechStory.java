package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.telegram.TelegramSimulator;
import app.aisha.simulators.whisper.ParrotModel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is asked for words but the model on this machine. */
class LocalSpeechStory {

    @Test
    void aVoiceMessageBecomesACardWithoutAnyService(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        var model = ParrotModel.write(folder.resolve("ggml-parrot.bin"), "Завтра", "в", "десять", "у", "входа.");
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var household = new Household(folder, telegram.root(), Map.of("SPEECH_MODEL_FILE", model.toString()))) {
            household.runs();
            var dilnara = new Person(new Control(telegram.root()), "Диля", "ru");

            var voice = dilnara.sendsVoice("meeting-ru.ogg");

            var card = dilnara.seesInReplyTo(voice, "📝 Голосовое сообщение");
            assertThat(Person.textOf(card)).contains("0:04", "5 слов", "Завтра в десять у входа.");
            assertThat(household.words())
                    .contains("speech     real, on this machine by " + model)
                    .doesNotContain("WARNING", "whisper_");
        }
    }
}
