package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.SoundInspector.Inspection;
import app.aisha.core.transcript.SoundPiece;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to read other files, to fetch something or to break the decoder. */
@Timeout(600)
class HostileFilesTest {

    private static final int MUTATIONS = Boolean.getBoolean("aisha.long") ? 300 : 40;

    @TempDir
    private Path folder;

    private final Ffmpeg ffmpeg = Sounds.ffmpeg();
    private final AtomicInteger fetched = new AtomicInteger();
    private final HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    HostileFilesTest() throws Exception {}

    @BeforeEach
    void listen() {
        canary.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
    }

    @AfterEach
    void stop() {
        canary.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n%s\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:5,\nconcat:%s|%s\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '%s'\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\""
                    + " type=\"static\"><Period><AdaptationSet><Representation id=\"1\""
                    + " mimeType=\"audio/mp4\"><BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\na=control:%s\n",
                "[playlist]\nFile1=%s\nNumberOfEntries=1\n"
            })
    void aPlaylistCalledMp3IsRefusedAndNothingIsReadOrFetched(String playlist) throws Exception {
        var secret = Sounds.tone(folder.resolve("secret.wav"), 3).toAbsolutePath();
        var address = "http://127.0.0.1:%d/x.mp3".formatted(canary.getAddress().getPort());

        for (var target : List.of(address, secret.toString(), "file://" + secret, "secret.wav")) {
            var file = Files.writeString(folder.resolve("song.mp3"), playlist.replace("%s", target));

            assertThat(new FfmpegSoundInspector(ffmpeg).inspect(file))
                    .isEqualTo(new Inspection.NoSound(RecordingProblem.NOT_A_RECORDING));
            assertThat(piecesOf(file)).isEmpty();
        }
        assertThat(fetched).hasValue(0);
    }

    /** Shows that the tests above can fail. */
    @Test
    void anFfmpegThatIsCalledWithoutCareFetchesWhatAPlaylistSays() throws Exception {
        var playlist = Files.writeString(
                folder.resolve("list.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:%d/x.ts\n#EXT-X-ENDLIST\n"
                        .formatted(canary.getAddress().getPort()));
        var careless = List.of(
                "-protocol_whitelist",
                "file,http,tcp",
                "-i",
                playlist.toAbsolutePath().toString(),
                "-f",
                "null",
                "-");

        try (var run = FfmpegRun.onBytes(ffmpeg, ffmpeg.ffmpeg(careless), List.of(), Sounds.FREE)) {
            run.readAll(1);
            assertThat(run.ending().exitCode()).isNotZero();
        }

        assertThat(fetched.get()).isPositive();
    }

    @Test
    void damagedRecordingsNeitherHangNorLeaveAnythingBehind() throws Exception {
        var originals = List.of(
                Files.readAllBytes(Sounds.tone(folder.resolve("a.ogg"), 3, "-c:a", "libopus", "-b:a", "16k")),
                Files.readAllBytes(Sounds.tone(folder.resolve("a.m4a"), 3, "-b:a", "32k")));
        var temporary = temporaryFiles();
        var outcomes = new ArrayList<Inspection>();

        for (var seed = 1; seed <= MUTATIONS; seed++) {
            var random = new Random(seed);
            var file = Files.write(folder.resolve("mutant"), mutated(originals.get(seed % originals.size()), random));
            outcomes.add(new FfmpegSoundInspector(ffmpeg).inspect(file));
            assertThat(piecesOf(file)).hasSizeLessThan(3);
        }

        assertThat(outcomes).hasSize(MUTATIONS).hasAtLeastOneElementOfType(Inspection.NoSound.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(Inspection.Sound.class);
        assertThat(Sounds.programsRunning("ff")).isEmpty();
        assertThat(ffmpeg.folder()).isEmptyDirectory();
        assertThat(temporaryFiles()).isEqualTo(temporary);
        System.out.printf("%d mutations, seeds 1 to %d: %d still sound%n", MUTATIONS, MUTATIONS, sounding(outcomes));
    }

    private List<SoundPiece> piecesOf(Path file) throws Exception {
        var pieces = new ArrayList<SoundPiece>();
        try {
            new FfmpegSoundCutter(ffmpeg).cut(file, Duration.ofSeconds(2), pieces::add);
        } catch (SoundUnreadable expected) {
            assertThat(expected).hasMessageContaining("could be decoded");
        }
        return pieces;
    }

    private static long sounding(List<Inspection> outcomes) {
        return outcomes.stream().filter(Inspection.Sound.class::isInstance).count();
    }

    private static List<Path> temporaryFiles() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ff"))
                    .sorted()
                    .toList();
        }
    }

    /** Some bytes changed, some cut out, some doubled, the end cut off. */
    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (var i = random.nextInt(30); i >= 0; i--) {
            bytes[random.nextInt(random.nextBoolean() ? bytes.length : 200)] = (byte) random.nextInt();
        }
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
        }
        if (random.nextInt(3) == 0) {
            var from = random.nextInt(bytes.length);
            var length = random.nextInt(bytes.length - from);
            System.arraycopy(original, 0, bytes, from, length);
        }
        return bytes;
    }
}
