package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.FAL_API_KEY;
import static app.aisha.app.settings.Setting.FAL_JWKS_URL;
import static app.aisha.app.settings.Setting.FAL_PLATFORM_URL;
import static app.aisha.app.settings.Setting.FAL_QUEUE_URL;
import static app.aisha.app.settings.Setting.FAL_REST_URL;
import static app.aisha.app.settings.Setting.OPENAI_API_KEY;
import static app.aisha.app.settings.Setting.OPENAI_BASE_URL;
import static app.aisha.app.settings.Setting.OPENAI_PAUSE;
import static app.aisha.app.settings.Setting.OPENAI_SPEECH_MODEL;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_CONTEXT;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_KEY;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_MODEL;
import static app.aisha.app.settings.Setting.OPENAI_TEXT_URL;
import static app.aisha.app.settings.Setting.SPEECH_MODEL_FILE;

import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads which services understand people. */
final class ModelsReader {

    private static final String KEYS = "/.well-known/jwks.json";
    private static final int LARGEST_CONTEXT = 10_000_000;

    private final Environment environment;
    private final Path data;

    ModelsReader(Environment environment, Path data) {
        this.environment = environment;
        this.data = data;
    }

    Settings.Models read(Assembly assembly) {
        var key = environment.key(OPENAI_API_KEY);
        var base = environment.address(OPENAI_BASE_URL);
        var pause = environment
                .as(OPENAI_PAUSE, "seconds from 1 to 3600", value -> Values.within(value, 1, 3_600))
                .map(Duration::ofSeconds)
                .orElse(OpenAiSettings.USUAL_PAUSE);
        var text = text(base, key, pause);
        if (assembly == Assembly.PRODUCTION && text.isEmpty() && environment.has(SPEECH_MODEL_FILE)) {
            environment.problem(OPENAI_TEXT_URL, "is not set, nor is OPENAI_API_KEY or OPENAI_BASE_URL");
        }
        return new Settings.Models(
                new SpeechReader(environment, data).read(base, key, pause, assembly), text, trainer());
    }

    private Optional<Settings.Trainer> trainer() {
        var usual = FalSettings.Roots.FAL;
        var rest = environment.address(FAL_REST_URL);
        var keys = environment.address(FAL_JWKS_URL).or(() -> rest.map(root -> URI.create(root + KEYS)));
        var roots = new FalSettings.Roots(
                environment.address(FAL_QUEUE_URL).orElse(usual.queue()),
                rest.orElse(usual.rest()),
                environment.address(FAL_PLATFORM_URL).orElse(usual.platform()),
                keys.orElse(usual.jwks()));
        var key = environment.key(FAL_API_KEY);
        if (key.isEmpty() && !roots.equals(usual)) {
            environment.problem(FAL_API_KEY, "is not set, but an address of FAL is");
        }
        return key.map(known -> new Settings.Trainer(known, roots));
    }

    String speechModel() {
        return model(OPENAI_SPEECH_MODEL).orElse("gpt-transcribe");
    }

    /** The key of one server is not shown to another one. */
    private Optional<Settings.Text> text(Optional<URI> speechBase, Optional<Secret> speechKey, Duration pause) {
        var own = environment.address(OPENAI_TEXT_URL);
        var key = environment
                .key(OPENAI_TEXT_KEY)
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
                .map(base -> new Settings.Text(base, key, model, context, pause));
    }

    private Optional<String> model(Setting setting) {
        return environment.as(
                setting, "the name of a model", value -> Values.require(value, value.matches("[\\w.:/@-]{1,200}")));
    }
}
