package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.SoundCutter.Wanted;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FfmpegSoundCutterTest {

    @TempDir
    private Path folder;

    private final Ffmpeg ffmpeg = Sounds.ffmpeg();
    private final FfmpegSoundCutter cutter = new FfmpegSoundCutter(ffmpeg);

    FfmpegSoundCutterTest() throws Exception {}

    @Test
    void tenMinutesOfTalkAreTiledAndCutInPauses() throws Exception {
        var talk = new Talk(-50, 1);
        for (var i = 0; i < 200; i++) {
            talk.speaks(1 + i % 6 * 0.6).pauses(0.3 + i % 4 * 0.2);
        }
        var wav = Sounds.wav(folder.resolve("talk.wav"), talk.samples());
        var length = Duration.ofMillis(talk.pcm().length / 32);

        var pieces = cut(wav, length);

        assertThat(length).isGreaterThan(Duration.ofMinutes(9));
        assertThat(pieces)
                .hasSizeGreaterThan(10)
                .allMatch(piece -> piece.overlap().isZero());
        assertThat(pieces.subList(0, pieces.size() - 1)).allMatch(piece -> talk.isPauseAt(piece.end()));
        PieceCutterTest.assertTiled(pieces, talk.pcm());
        assertThat(cut(wav, length)).isEqualTo(pieces);
    }

    @Test
    void aPackedPieceSoundsAsLongAsItWasPlusHalfASecond() throws Exception {
        var file = Sounds.tone(folder.resolve("tone.m4a"), 12);
        var piece = cut(file, Duration.ofSeconds(12)).getFirst();

        var opus = new FfmpegSoundEncoder(ffmpeg).opus(piece);

        assertThat(opus).startsWith("OggS".getBytes(StandardCharsets.US_ASCII)).hasSizeLessThan(60_000);
        var packed = Files.write(folder.resolve("packed"), opus);
        var again = cut(packed, Duration.ofSeconds(12)).getLast();
        assertThat(again.end().toMillis()).isCloseTo(piece.length().toMillis() + 500, within(30L));
    }

    @Test
    void aRecordingThatBreaksOffIsUnreadable() throws Exception {
        var whole = Sounds.tone(folder.resolve("whole.m4a"), 60, "-movflags", "+faststart");
        var half = Sounds.cutOff(whole, folder.resolve("half.m4a"), 0.5);

        assertThatThrownBy(() -> cut(half, Duration.ofSeconds(60)))
                .isInstanceOf(SoundUnreadable.class)
                .hasMessageContaining("of 60000 ms");
    }

    @Test
    void whoHasHeardEnoughEndsTheDecoding() throws Exception {
        var file = Sounds.tone(folder.resolve("long.flac"), 1200);
        var pieces = new ArrayList<SoundPiece>();

        cutter.cut(file, Wanted.all(Duration.ofMinutes(20)), piece -> !pieces.add(piece));

        assertThat(pieces).hasSize(1);
        assertThat(Sounds.programsRunning("ffmpeg")).isEmpty();
    }

    @Test
    void anInterruptedCutterLeavesNoProcessBehind() throws Exception {
        var file = Sounds.tone(folder.resolve("long.flac"), 1200);
        var cutting = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var thread = Thread.ofVirtual().start(() -> {
            try {
                cutter.cut(file, Wanted.all(Duration.ofMinutes(20)), _ -> {
                    cutting.countDown();
                    new CountDownLatch(1).await();
                    return true;
                });
            } catch (InterruptedException e) {
                interrupted.countDown();
            } catch (SoundUnreadable | SoundToolUnavailable e) {
                throw new AssertionError(e);
            }
        });
        cutting.await();

        thread.interrupt();
        thread.join();

        assertThat(interrupted.getCount()).isZero();
        assertThat(Sounds.programsRunning("ffmpeg")).isEmpty();
    }

    private List<SoundPiece> cut(Path file, Duration expected) throws Exception {
        var pieces = new ArrayList<SoundPiece>();
        cutter.cut(file, Wanted.all(expected), pieces::add);
        return pieces;
    }
}
