package app.aisha.adapters.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The ffmpeg that decodes WebP and progressive JPEG, in a process of its own: whatever a hostile file does to it, it does not
 * do to us.
 *
 * @param prefix what to put before the command; may be empty
 * @param program path of an ffmpeg of version 4.3 or newer
 * @param environment the whole environment it runs with
 * @param folder where it runs; it writes nothing there
 */
public record PixelProgram(List<String> prefix, Path program, Map<String, String> environment, Path folder) {

    /** Defends against changes of the collections. */
    public PixelProgram {
        prefix = List.copyOf(prefix);
        environment = Map.copyOf(environment);
    }
}
