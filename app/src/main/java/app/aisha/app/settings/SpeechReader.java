package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.AISHA_DATA;
import static app.aisha.app.settings.Setting.OPENAI_API_KEY;
import static app.aisha.app.settings.Setting.OPENAI_BASE_URL;
import static app.aisha.app.settings.Setting.OPENAI_SPEECH_PROBE;
import static app.aisha.app.settings.Setting.SPEECH_MODEL_FILE;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.whisper.InstalledModels;
import app.aisha.adapters.whisper.ModelUnusable;
import app.aisha.adapters.whisper.WhisperModel;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads what recognises speech: a model that is named, else a service, else, in the sandbox, a model that was fetched. */
final class SpeechReader {

    private final Environment environment;
    private final InstalledModels installed;

    SpeechReader(Environment environment, Path data) {
        this.environment = environment;
        this.installed = ConsoleSettings.modelsIn(data);
    }

    /** The service is at this address or, without one but with a key, OpenAI's. */
    Optional<Settings.Speech> read(Optional<URI> base, Optional<Secret> key, Duration pause, Assembly assembly) {
        var service = service(base, key, pause);
        if (environment.has(SPEECH_MODEL_FILE)) {
            return environment
                    .as(SPEECH_MODEL_FILE, "a path", Path::of)
                    .flatMap(file -> model(file, SPEECH_MODEL_FILE, "cannot be used"));
        }
        if (service.isPresent() || environment.has(OPENAI_API_KEY) || environment.has(OPENAI_BASE_URL)) {
            return service;
        }
        if (assembly == Assembly.PRODUCTION) {
            environment.problem(OPENAI_API_KEY, "is not set, nor is OPENAI_BASE_URL or SPEECH_MODEL_FILE");
            return Optional.empty();
        }
        return installed.newest().flatMap(file -> model(file, AISHA_DATA, "holds a model that cannot be used"));
    }

    private Optional<Settings.Speech> model(Path file, Setting setting, String complaint) {
        try {
            return Optional.of(new Settings.Speech.Local(WhisperModel.read(file)));
        } catch (ModelUnusable e) {
            environment.problem(setting, complaint + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Settings.Speech> service(Optional<URI> base, Optional<Secret> key, Duration pause) {
        var probing = environment
                .as(OPENAI_SPEECH_PROBE, "auto, always or never", SpeechReader::probing)
                .orElse(Probing.AUTO);
        return key.isEmpty() && base.isEmpty()
                ? Optional.empty()
                : Optional.of(new Settings.Speech.Service(base.orElse(OpenAiSettings.OPENAI), key, probing, pause));
    }

    private static Probing probing(String value) {
        return Probing.valueOf(
                Values.require(value, value.matches("auto|always|never")).toUpperCase(Locale.ROOT));
    }
}
