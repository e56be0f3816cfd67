package app.aisha.adapters.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The native library. It keeps its contexts in a table that is not safe for threads, so everything here happens one at a
 * time in the process.
 */
final class WhisperLibrary {

    private static final String INTO = " into ";
    private static final Object ONE_AT_A_TIME = new Object();

    private final WhisperJNI library;

    private WhisperLibrary(WhisperJNI library) {
        this.library = library;
    }

    /** What was heard from one moment to another. */
    record Line(Duration start, Duration end, String text) {}

    /** Unpacks it into the folder for temporary files and loads it, once in a process. */
    static WhisperLibrary load() throws IOException {
        synchronized (ONE_AT_A_TIME) {
            try {
                WhisperJNI.loadLibrary(WhisperLibrary::sweepFolderAtExit);
            } catch (UnsatisfiedLinkError e) {
                throw new IOException("whisper.cpp does not load here: " + e.getMessage(), e);
            }
            WhisperJNI.setLibraryLogger(null);
            return new WhisperLibrary(new WhisperJNI());
        }
    }

    /** The library removes its files at the end, but leaves the folder; what is registered first is removed last. */
    private static void sweepFolderAtExit(String step) {
        var into = step.lastIndexOf(INTO);
        var folder =
                into < 0 ? null : Path.of(step.substring(into + INTO.length())).getParent();
        if (folder != null) {
            folder.toFile().deleteOnExit();
        }
    }

    /** Null where the library does not take the file for a model. */
    @Nullable
    WhisperContext open(Path model) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            return library.init(model);
        }
    }

    /** Empty where nothing was said; fails where the library gives up. */
    List<Line> listen(WhisperContext context, WhisperFullParams manner, float[] sound) throws LibraryFailed {
        synchronized (ONE_AT_A_TIME) {
            var code = library.full(context, manner, sound, sound.length);
            if (code != 0) {
                throw new LibraryFailed(code);
            }
            var lines = new ArrayList<Line>();
            for (var i = 0; i < library.fullNSegments(context); i++) {
                lines.add(new Line(
                        hundredths(library.fullGetSegmentTimestamp0(context, i)),
                        hundredths(library.fullGetSegmentTimestamp1(context, i)),
                        library.fullGetSegmentText(context, i)));
            }
            return lines;
        }
    }

    static void close(WhisperContext context) {
        synchronized (ONE_AT_A_TIME) {
            context.close();
        }
    }

    private static Duration hundredths(long count) {
        return Duration.ofMillis(count * 10);
    }

    /** Most likely it has no memory. */
    static final class LibraryFailed extends Exception {

        private final int code;

        LibraryFailed(int code) {
            super("whisper.cpp gave up with code " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
