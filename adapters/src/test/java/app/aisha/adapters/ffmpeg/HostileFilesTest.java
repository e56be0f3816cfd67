package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.Canary;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.SoundCutter.Wanted;
import app.aisha.core.transcript.SoundInspector.Inspection;
import app.aisha.core.transcript.SoundPiece;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to read other files or to fetch something. */
@Timeout(600)
class HostileFilesTest {

    /** Ways to say an address of this machine; each is followed by a port. */
    private static final List<String> ADDRESSES = List.of(
            "http://127.0.0.1:",
            "http://localhost:",
            "http://[::1]:",
            "http://[::ffff:127.0.0.1]:",
            "http://2130706433:",
            "http://0x7f000001:",
            "http://0177.0.0.1:",
            "http://127.1:",
            "http://0:",
            "http://user:password@127.0.0.1:",
            "HTTP://127.0.0.1:",
            "https://127.0.0.1:",
            "tcp://127.0.0.1:",
            "tls://127.0.0.1:",
            "ftp://127.0.0.1:",
            "rtmp://127.0.0.1:",
            "rtsp://127.0.0.1:",
            "mmsh://127.0.0.1:",
            "icecast://127.0.0.1:",
            "httpproxy://127.0.0.1:",
            "hls+http://127.0.0.1:",
            "concat:http://127.0.0.1:",
            "cache:http://127.0.0.1:",
            "async:http://127.0.0.1:",
            "crypto+http://127.0.0.1:",
            "subfile,,start,0,end,9,,:http://127.0.0.1:",
            "file,http:http://127.0.0.1:");

    /** Every build takes some of them, the long suite all. */
    private static final int STEP = Boolean.getBoolean("aisha.long") ? 1 : 5;

    @TempDir
    private Path folder;

    private final Ffmpeg ffmpeg = Sounds.ffmpeg();
    private final Canary canary = new Canary();

    HostileFilesTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n%s\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:5,\nconcat:%s|%s\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n%s\n",
                "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"%s\"\n#EXTINF:5,\n%s\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '%s'\n",
                "file '%s'\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\""
                    + " type=\"static\"><Period><AdaptationSet><Representation id=\"1\""
                    + " mimeType=\"audio/mp4\"><BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\na=control:%s\n",
                "[playlist]\nFile1=%s\nNumberOfEntries=1\n",
                "[Reference]\nRef1=%s\n",
                "<asx version=\"3.0\"><entry><ref href=\"%s\"/></entry></asx>\n",
                "<smil><body><audio src=\"%s\"/></body></smil>\n",
                "<SmoothStreamingMedia MajorVersion=\"2\"><StreamIndex Type=\"audio\""
                        + " Url=\"%s\"/></SmoothStreamingMedia>\n"
            })
    void aPlaylistCalledMp3IsRefusedAndNothingIsReadOrFetched(String playlist) throws Exception {
        var secret = Sounds.tone(folder.resolve("secret.wav"), 3).toAbsolutePath();
        var local =
                Stream.of(secret.toString(), "file://" + secret, "file:" + secret, "secret.wav", "concat:" + secret);
        var remote = IntStream.iterate(0, number -> number < ADDRESSES.size(), number -> number + STEP)
                .mapToObj(number -> ADDRESSES.get(number) + canary.port() + "/x.mp3");

        for (var target : Stream.concat(local, remote).toList()) {
            var file = Files.writeString(folder.resolve("song.mp3"), playlist.replace("%s", target));

            assertThat(new FfmpegSoundInspector(ffmpeg).inspect(file))
                    .as(target)
                    .isEqualTo(new Inspection.NoSound(RecordingProblem.NOT_A_RECORDING));
            assertThat(piecesOf(file)).as(target).isEmpty();
        }
        assertThat(canary.connections()).isZero();
    }

    /** Shows that the test above can fail. */
    @Test
    void anFfmpegThatIsCalledWithoutCareFetchesWhatAPlaylistSays() throws Exception {
        var playlist = Files.writeString(
                folder.resolve("list.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:%d/x.ts\n#EXT-X-ENDLIST\n"
                        .formatted(canary.port()));
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

        assertThat(canary.connections()).isPositive();
    }

    private List<SoundPiece> piecesOf(Path file) throws Exception {
        var pieces = new ArrayList<SoundPiece>();
        try {
            new FfmpegSoundCutter(ffmpeg).cut(file, Wanted.all(Duration.ofSeconds(2)), pieces::add);
        } catch (SoundUnreadable expected) {
            assertThat(expected).hasMessageContaining("could be decoded");
        }
        return pieces;
    }
}
