package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.OPENAI_API_KEY;
import static app.aisha.app.settings.Setting.OPENAI_BASE_URL;
import static app.aisha.app.settings.Setting.OPENAI_SPEECH_MODEL;
import static app.aisha.app.settings.Setting.OPENAI_SPEECH_PAUSE;
import static app.aisha.app.settings.Setting.OPENAI_SPEECH_PROBE;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_CONTEXT;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_KEY;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_MODEL;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_URL;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.TextSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads which services understand people. */
final class ModelsReader {

    private static final int LARGEST_CONTEXT = 10_000_000;

    private final Environment environment;

    ModelsReader(Environment environment) {
        this.environment = environment;
    }

    Settings.Models read() {
        var key = Values.key(environment, OPENAI_API_KEY);
        var base = Values.address(environment, OPENAI_BASE_URL);
        return new Settings.Models(speech(base, key), text(base, key));
    }

    String speechModel() {
        return model(OPENAI_SPEECH_MODEL).orElse("gpt-transcribe");
    }

    private Optional<Settings.Speech> speech(Optional<URI> base, Optional<Secret> key) {
        var probing = environment
                .as(OPENAI_SPEECH_PROBE, "auto, always or never", ModelsReader::probing)
                .orElse(Probing.AUTO);
        var pause = environment
                .as(OPENAI_SPEECH_PAUSE, "seconds from 1 to 3600", value -> Values.within(value, 1, 3_600))
                .map(Duration::ofSeconds)
                .orElse(OpenAiSettings.USUAL_PAUSE);
        return key.isEmpty() && base.isEmpty()
                ? Optional.empty()
                : Optional.of(new Settings.Speech(base.orElse(OpenAiSettings.OPENAI), key, probing, pause));
    }

    /** The key of one server is not shown to another one. */
    private Optional<Settings.Text> text(Optional<URI> speechBase, Optional<Secret> speechKey) {
        var own = Values.address(environment, OPENAI_TEXT_URL);
        var key = Values.key(environment, OPENAI_TEXT_KEY)
                .or(() -> environment.has(OPENAI_TEXT_URL) ? Optional.empty() : speechKey);
        var model = model(OPENAI_TEXT_MODEL).orElse(TextSettings.USUAL_MODEL);
        var context = environment
                .as(
                        OPENAI_TEXT_CONTEXT,
                        "tokens from %d to %d".formatted(TextSettings.SMALLEST_CONTEXT, LARGEST_CONTEXT),
                        value -> Values.within(value, TextSettings.SMALLEST_CONTEXT, LARGEST_CONTEXT))
                .orElse(TextSettings.USUAL_CONTEXT);
        return own.or(() -> speechBase.map(TextSettings::beside))
                .or(() -> key.map(_ -> OpenAiSettings.OPENAI))
                .map(base -> new Settings.Text(base, key, model, context));
    }

    private Optional<String> model(Setting setting) {
        return environment.as(
                setting, "the name of a model", value -> Values.require(value, value.matches("[\\w.:/@-]{1,200}")));
    }

    private static Probing probing(String value) {
        return Probing.valueOf(
                Values.require(value, value.matches("auto|always|never")).toUpperCase(Locale.ROOT));
    }
}
