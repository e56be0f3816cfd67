package app.aisha.bench;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.ffmpeg.FfmpegSoundCutter;
import app.aisha.adapters.ffmpeg.FfmpegSoundEncoder;
import app.aisha.adapters.ffmpeg.FfmpegSoundInspector;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.OpenAiTranscriber;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPieces;
import app.aisha.adapters.postgres.PostgresTranscripts;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.ListenToRecording;
import app.aisha.core.transcript.Original;
import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.SoundInspector.Inspection;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.TimeOrderedIds;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Listens to one recording as the product does and prints what that took: {@code FILE PROXY AT_ONCE JDBC_URL USER PASSWORD
 * OWNER}. The service is reached through the proxy, so that it counts as a far one and is sent Opus.
 */
final class ListeningProgram {

    private static final String FAR_SERVICE = "http://speech.example/v1";

    /** Of Linux, clock ticks a second as the kernel tells them to programs. */
    private static final double TICKS = 100;

    private final Path file;
    private final URI proxy;
    private final Semaphore room;
    private final Ffmpeg ffmpeg;
    private final AtomicLong first = new AtomicLong();

    private ListeningProgram(Path file, URI proxy, int atOnce) throws Exception {
        this.file = file;
        this.proxy = proxy;
        this.room = new Semaphore(atOnce);
        this.ffmpeg = Ffmpeg.find(new FfmpegSettings(Optional.empty(), file.resolveSibling("ffmpeg")));
    }

    public static void main(String[] arguments) throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(arguments[3]);
            pool.setUsername(arguments[4]);
            pool.setPassword(arguments[5]);
            new ListeningProgram(Path.of(arguments[0]), URI.create(arguments[1]), Integer.parseInt(arguments[2]))
                    .listen(new PostgresDatabase(pool), new UserId(UUID.fromString(arguments[6])));
        }
    }

    private void listen(PostgresDatabase database, UserId owner) throws Exception {
        var transcripts = new PostgresTranscripts(database);
        var begun = begun((Inspection.Sound) new FfmpegSoundInspector(ffmpeg).inspect(file), owner);
        transcripts.add(begun.queued());
        transcripts.save(begun.working());
        var listen = new ListenToRecording(
                new FfmpegSoundCutter(ffmpeg),
                throttled(transcriber()),
                new PostgresPieces(database),
                transcripts,
                _ -> {},
                database);
        var idle = megabytes("VmRSS:");
        var cpu = processorSeconds();
        var begin = System.nanoTime();
        var outcome = listen.listen(begun.working(), file, new Transcriber.Hints(Optional.of("ru")));
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (!(outcome instanceof ListenToRecording.Outcome.Heard)) {
            throw new IllegalStateException("Nothing was heard: " + outcome);
        }
        System.out.printf(
                Locale.ROOT,
                "%.3f %.3f %.3f %.0f %.0f%n",
                seconds,
                processorSeconds() - cpu,
                (first.get() - begin) / 1e9,
                idle,
                megabytes("VmHWM:"));
    }

    private OpenAiTranscriber transcriber() {
        return new OpenAiTranscriber(
                new OpenAiSettings(
                        URI.create(FAR_SERVICE),
                        Optional.empty(),
                        "gpt-transcribe",
                        Optional.of(proxy),
                        Probing.NEVER,
                        Duration.ofMinutes(1)),
                new FfmpegSoundEncoder(ffmpeg),
                _ -> {},
                InstantSource.system());
    }

    private record Begun(Transcript.Queued queued, Transcript.Working working) {}

    private static Begun begun(Inspection.Sound sound, UserId owner) {
        var id = new TranscriptId(new TimeOrderedIds(InstantSource.system()).next());
        var recording =
                new Recording(System.nanoTime(), "file", Recording.Kind.AUDIO, Optional.empty(), sound.length(), 0);
        var queued = new Transcript.Queued(
                new Transcript.Heading(id, owner, recording, Optional.empty(), Instant.now(), 1, Optional.empty()));
        var original = new Original(new MediaKey("benchmark"), sound.container(), sound.length());
        return new Begun(queued, queued.started(original, Optional.empty(), Instant.now()));
    }

    private Transcriber throttled(Transcriber transcriber) {
        return new Transcriber() {

            @Override
            public Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException {
                first.compareAndSet(0, System.nanoTime());
                room.acquire();
                try {
                    return transcriber.transcribe(clip, hints);
                } finally {
                    room.release();
                }
            }

            @Override
            public boolean acceptsAsIs(String container, Duration length, long bytes) {
                return transcriber.acceptsAsIs(container, length, bytes);
            }

            @Override
            public Duration pieceLength() {
                return transcriber.pieceLength();
            }
        };
    }

    /** Of this process and of the programs it ran. */
    private static double processorSeconds() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var ticks = 0L;
        for (var field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS;
    }

    private static double megabytes(String field) throws IOException {
        return ProcessMemory.kilobytes(Path.of("/proc/self/status"), field) / 1024;
    }
}
