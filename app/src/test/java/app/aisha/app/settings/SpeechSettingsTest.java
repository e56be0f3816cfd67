package app.aisha.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.app.settings.SettingsReader.Assembly;
import app.aisha.simulators.whisper.ParrotModel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recognises speech. */
class SpeechSettingsTest {

    private static final Map<String, String> PRODUCTION = Map.of(
            "TELEGRAM_TOKEN", "123456:abcdefghijklmnop",
            "DATABASE_URL", "postgresql://aisha:secret@db.example/aisha",
            "REDIS_URL", "redis://redis.example",
            "MINIO_ENDPOINT", "https://s3.example",
            "MINIO_ACCESS_KEY", "access",
            "MINIO_SECRET_KEY", "secret",
            "FAL_API_KEY", "id:secret");

    @TempDir
    private Path data;

    private Settings read(Assembly assembly, Map<String, String> more) throws BadSettings {
        var variables = new HashMap<>(more);
        variables.put("AISHA_DATA", data.toString());
        if (assembly == Assembly.PRODUCTION) {
            variables.putAll(PRODUCTION);
        }
        return SettingsReader.read(new Environment(variables, Path.of("no-such-file")), assembly);
    }

    private Path model(String name) throws Exception {
        return ParrotModel.write(Files.createDirectories(data.resolve("models")).resolve(name), "word");
    }

    private static Path fileOf(Settings settings) {
        return ((Settings.Speech.Local) settings.speech().orElseThrow()).model().file();
    }

    @Test
    void aModelIsEnoughAlsoInProductionAndGoesBeforeAService() throws Exception {
        var model = ParrotModel.write(data.resolve("own.bin"), "word");
        var named = Map.of("SPEECH_MODEL_FILE", model.toString(), "OPENAI_TEXT_URL", "http://text.local/v1");

        assertThat(fileOf(read(Assembly.PRODUCTION, named))).isEqualTo(model);
        assertThat(fileOf(read(Assembly.SANDBOX, Map.of("SPEECH_MODEL_FILE", model.toString(), "OPENAI_API_KEY", "k"))))
                .isEqualTo(model);
    }

    @Test
    void aModelThatListensDoesNotWriteSummaries() throws Exception {
        var model = ParrotModel.write(data.resolve("own.bin"), "word");

        assertThatThrownBy(() -> read(Assembly.PRODUCTION, Map.of("SPEECH_MODEL_FILE", model.toString())))
                .isInstanceOf(BadSettings.class)
                .hasMessage("OPENAI_TEXT_URL is not set, nor is OPENAI_API_KEY or OPENAI_BASE_URL");
    }

    @Test
    void aTextServiceAloneLeavesSpeechToTheSandbox() throws BadSettings {
        var settings = read(Assembly.SANDBOX, Map.of("OPENAI_TEXT_URL", "http://text.local/v1"));

        assertThat(settings.speech()).isEmpty();
        assertThat(settings.text()).isPresent();
    }

    @Test
    void productionNeedsOneOfThree() {
        assertThatThrownBy(() -> read(Assembly.PRODUCTION, Map.of()))
                .isInstanceOf(BadSettings.class)
                .hasMessage("OPENAI_API_KEY is not set, nor is OPENAI_BASE_URL or SPEECH_MODEL_FILE");
    }

    @Test
    void theSandboxUsesTheModelThatWasFetchedLastUnlessThereIsAKey() throws Exception {
        model("ggml-tiny.bin").toFile().setLastModified(1_000_000);
        var last = model("ggml-small.bin");
        Files.createFile(data.resolve("models/ggml-medium.bin.part"));

        assertThat(fileOf(read(Assembly.SANDBOX, Map.of()))).isEqualTo(last);
        assertThat(read(Assembly.SANDBOX, Map.of("OPENAI_API_KEY", "k"))
                        .speech()
                        .orElseThrow())
                .isInstanceOf(Settings.Speech.Service.class);
        assertThatThrownBy(() -> read(Assembly.PRODUCTION, Map.of())).isInstanceOf(BadSettings.class);
    }

    @Test
    void aModelThatCannotBeUsedIsSaidWithItsVariableAndItsFile() throws Exception {
        var nowhere = data.resolve("nowhere.bin");
        var text = Files.writeString(data.resolve("text.bin"), "no model");
        var cut = model("ggml-cut.bin");
        try (var channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(1_000_000);
        }

        assertThatThrownBy(() -> read(Assembly.SANDBOX, Map.of("SPEECH_MODEL_FILE", nowhere.toString())))
                .hasMessage("SPEECH_MODEL_FILE cannot be used: " + nowhere + " is not there");
        assertThatThrownBy(() -> read(
                        Assembly.PRODUCTION,
                        Map.of("SPEECH_MODEL_FILE", text.toString(), "OPENAI_TEXT_URL", "http://text.local/v1")))
                .hasMessage("SPEECH_MODEL_FILE cannot be used: " + text + " is no GGML file");
        assertThatThrownBy(() -> read(Assembly.SANDBOX, Map.of()))
                .hasMessage("AISHA_DATA holds a model that cannot be used: " + cut + " is cut off");
    }
}
