package app.aisha.simulators.openai;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * How an {@link OpenAiSimulator} is started.
 *
 * @param port TCP port on 127.0.0.1, 0 for any free one
 * @param ffmpeg the ffmpeg program that decodes the uploads
 * @param environment variables added to ffmpeg's environment, for instance a library path
 * @param acceptedKey the only bearer key accepted; empty to accept any key that is not empty
 * @param clock what the call log is stamped with
 */
public record OpenAiSettings(
        int port, Path ffmpeg, Map<String, String> environment, String acceptedKey, InstantSource clock) {

    public OpenAiSettings {
        environment = Map.copyOf(environment);
    }

    /** Any free port, any key, the system's clock. */
    public static OpenAiSettings anyPort(Path ffmpeg, Map<String, String> environment) {
        return new OpenAiSettings(0, ffmpeg, environment, "", InstantSource.system());
    }
}
