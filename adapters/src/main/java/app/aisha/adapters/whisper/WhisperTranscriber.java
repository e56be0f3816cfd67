package app.aisha.adapters.whisper;

import app.aisha.adapters.whisper.WhisperLibrary.LibraryFailed;
import app.aisha.adapters.whisper.WhisperLibrary.Line;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speech recognition on this machine by whisper.cpp. It listens to one clip at a time, on all processors but one; a clip whose caller is interrupted is left out if it has not begun, and else heard to its end for nobody, because the library
 * cannot be stopped. The model is kept in memory outside the heap, about as large as its file, until this is closed.
 */
public final class WhisperTranscriber implements Transcriber, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhisperTranscriber.class);

    /** At most eight, and one is left for the rest of the program. */
    private static final int PROCESSORS = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 8);

    private static final int TRIES = 5;
    private static final float WARMER_EACH_TRY = 0.2f;
    private static final int STACK_BYTES = 16 << 20;
    private static final float LOUDEST = 1 << 15;

    /** Models drop the last word of a clip that ends on speech. */
    private static final int SILENT_SAMPLES = SoundPiece.SAMPLES_PER_SECOND / 2;

    /** The library says nothing at all about less than a second. */
    private static final int FEWEST_SAMPLES = SoundPiece.SAMPLES_PER_SECOND * 5 / 4;

    private static final Duration UNTIL_MEMORY_IS_FREE = Duration.ofMinutes(1);
    private static final Duration LAST_CLIP = Duration.ofSeconds(10);

    private final WhisperModel model;
    private final WhisperLibrary library;
    private final WhisperContext context;

    /** The library would hold up the carrier of a virtual thread. */
    private final ExecutorService listener = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(null, work, "whisper", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private WhisperTranscriber(WhisperModel model, WhisperLibrary library, WhisperContext context) {
        this.model = model;
        this.library = library;
        this.context = context;
    }

    /**
     * Loads a model, which takes seconds where it is large.
     *
     * @throws ModelUnusable where the library does not take it, or does not run here
     */
    public static WhisperTranscriber load(WhisperModel model) throws ModelUnusable {
        try {
            var library = WhisperLibrary.load();
            var begin = System.nanoTime();
            var context = library.open(model.file());
            if (context == null) {
                throw new ModelUnusable(model.file() + " is refused by whisper.cpp, or there is no memory for it");
            }
            LOG.info(
                    "Speech is recognised here by the model {}, loaded in {} ms",
                    model.name(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            return new WhisperTranscriber(model, library, context);
        } catch (IOException e) {
            throw new ModelUnusable(model.file() + " cannot be loaded: " + e.getMessage());
        }
    }

    @Override
    public boolean acceptsAsIs(String container, Duration length, long bytes) {
        return false;
    }

    @Override
    public Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException {
        return switch (clip) {
            case Clip.WholeFile _ -> new Hearing.Refused("only decoded sound is recognised here");
            case Clip.Piece(var piece) -> answer(inTurn(piece, hints));
        };
    }

    private Future<Hearing> inTurn(SoundPiece piece, Hints hints) throws TranscriberUnavailable {
        try {
            return listener.submit(() -> hear(piece, hints));
        } catch (RejectedExecutionException _) {
            throw new TranscriberUnavailable("recognition is being stopped", UNTIL_MEMORY_IS_FREE, false);
        }
    }

    private static Hearing answer(Future<Hearing> hearing) throws TranscriberUnavailable, InterruptedException {
        try {
            return hearing.get();
        } catch (InterruptedException e) {
            hearing.cancel(false);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LibraryFailed failed) {
                throw new TranscriberUnavailable(
                        "whisper.cpp gave up with code " + failed.code(), UNTIL_MEMORY_IS_FREE, false);
            }
            throw new IllegalStateException("A clip could not be heard", e.getCause());
        }
    }

    private Hearing hear(SoundPiece piece, Hints hints) throws LibraryFailed {
        var language = language(hints);
        var lines = library.listen(context, manner(language, hints), sound(piece));
        var text = lines.stream().map(Line::text).collect(Collectors.joining()).strip();
        return new Hearing.Heard(text, language, segments(lines, piece.length()));
    }

    private Optional<String> language(Hints hints) {
        return model.isMultilingual() ? hints.language().filter(SpokenLanguages::knows) : Optional.of("en");
    }

    private static WhisperFullParams manner(Optional<String> language, Hints hints) {
        var manner = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
        manner.nThreads = PROCESSORS;
        manner.language = language.map(SpokenLanguages::asTheLibraryCallsIt).orElse("auto");
        InitialPrompt.of(hints.vocabulary()).ifPresent(prompt -> manner.initialPrompt = prompt);
        manner.suppressNonSpeechTokens = true;
        manner.greedyBestOf = TRIES;
        manner.temperatureInc = WARMER_EACH_TRY;
        manner.printProgress = false;
        manner.printTimestamps = false;
        return manner;
    }

    private static float[] sound(SoundPiece piece) {
        var samples = piece.samples().duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var sound = new float[Math.max(FEWEST_SAMPLES, samples.remaining() + SILENT_SAMPLES)];
        for (var i = 0; samples.hasRemaining(); i++) {
            sound[i] = samples.get() / LOUDEST;
        }
        return sound;
    }

    private static List<Segment> segments(List<Line> lines, Duration length) {
        return lines.stream()
                .filter(line -> !line.text().isBlank())
                .map(line -> {
                    var start = within(line.start(), Duration.ZERO, length);
                    return new Segment(
                            start,
                            within(line.end(), start, length),
                            line.text().strip(),
                            Optional.empty());
                })
                .toList();
    }

    private static Duration within(Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0) {
            return least;
        }
        return time.compareTo(most) > 0 ? most : time;
    }

    /** Waits a few seconds for the clip under way; where that is too long, its memory goes with the process. */
    @Override
    public void close() {
        listener.execute(() -> WhisperLibrary.close(context));
        listener.shutdown();
        try {
            if (!listener.awaitTermination(LAST_CLIP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A clip is still being recognised; its text is lost and it will be heard again");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
