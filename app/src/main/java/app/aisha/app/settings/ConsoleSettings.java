package app.aisha.app.settings;

import app.aisha.adapters.whisper.InstalledModels;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the commands need.
 *
 * @param database empty where it is the sandbox's own
 * @param data folder of the sandbox
 * @param proxy on the way to everything outside this network
 */
public record ConsoleSettings(Optional<Settings.Database> database, Path data, Optional<URI> proxy, House house) {

    public InstalledModels models() {
        return modelsIn(data);
    }

    static InstalledModels modelsIn(Path data) {
        return new InstalledModels(data.resolve("models"));
    }
}
