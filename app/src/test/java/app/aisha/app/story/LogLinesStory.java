package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a program that logs for programs writes while people use it. */
class LogLinesStory {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyLineIsAnObjectThatTellsWhichWorkItIsAbout(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        var ffmpeg = Town.ffmpeg();
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var speech = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
                var household = new Household(
                        folder,
                        telegram.root(),
                        Map.of(
                                "OPENAI_API_KEY", "story-key",
                                "OPENAI_BASE_URL", speech.address() + "/v1",
                                "AISHA_LOG", "json"))) {
            new Control(speech.address()).post("/text", "{\"text\": \"Nobody reads this.\"}");
            household.runs();
            var zlata = new Person(new Control(telegram.root()), "Zlatovlaska", "en");

            zlata.says("where is my golden hair");
            zlata.seesInReplyTo(zlata.sendsVoice("note-en.ogg"), "Nobody reads this.");

            var lines = household
                    .words()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(JSON::readTree)
                    .toList();
            assertThat(lines).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("@timestamp").asString()).isNotBlank();
                assertThat(line.path("log").path("level").asString()).isNotBlank();
                assertThat(line.path("service").path("name").asString()).isEqualTo("aisha");
            });
            assertThat(lines)
                    .filteredOn(line -> line.get("message").asString().startsWith("speech model="))
                    .isNotEmpty()
                    .allSatisfy(line -> {
                        assertThat(line.path("job").asString()).isEqualTo("transcribe");
                        assertThat(line.path("subject").asString()).hasSize(36);
                        assertThat(line.path("traceId").asString()).matches("[0-9a-f]{32}");
                    });
            assertThat(household.words()).doesNotContain("golden", "Nobody reads", "Zlatovlaska");
        }
    }
}
