package app.aisha.adapters.ffmpeg;

import static app.aisha.core.transcript.RecordingProblem.BROKEN;
import static app.aisha.core.transcript.RecordingProblem.EMPTY;
import static app.aisha.core.transcript.RecordingProblem.NOT_A_RECORDING;
import static app.aisha.core.transcript.RecordingProblem.NO_SOUND_TRACK;
import static app.aisha.core.transcript.RecordingProblem.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.SoundInspector.Inspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegSoundInspectorTest {

    @TempDir
    private Path folder;

    private FfmpegSoundInspector inspector;

    @BeforeEach
    void findFfmpeg() throws Exception {
        inspector = new FfmpegSoundInspector(Sounds.ffmpeg());
    }

    @ParameterizedTest
    @CsvSource({
        "a.ogg, libopus, ogg",
        "a.mp3, libmp3lame, mp3",
        "a.wav, pcm_s16le, wav",
        "a.flac, flac, flac",
        "a.m4a, aac, mov",
        "a.webm, libopus, matroska",
        "a.mkv, aac, matroska",
        "a.aac, aac, aac",
        "a.avi, libmp3lame, avi",
        "a.ts, aac, mpegts",
        "a.amr, libopencore_amrnb, amr",
        "a.aiff, pcm_s16be, aiff",
        "a.wma, wmav2, asf"
    })
    void theContainerAndTheLengthAreFoundWhateverTheNameSays(String name, String codec, String container)
            throws Exception {
        var arguments = codec.contains("amr") ? List.of("-ar", "8000", "-b:a", "12.2k") : List.of("-ac", "2");
        var args = new ArrayList<>(List.of("-c:a", codec));
        args.addAll(arguments);
        var file = Sounds.tone(folder.resolve(name), 3, args.toArray(String[]::new));
        var renamed = Files.move(file, folder.resolve("letter.txt"));

        var sound = sound(renamed);

        assertThat(sound.container()).isEqualTo(container);
        assertThat(sound.length().toMillis()).isCloseTo(3000, within(120L));
        assertThat(sound.channels()).isEqualTo(codec.contains("amr") ? 1 : 2);
    }

    @Test
    void aLongRecordingIsBelievedWhatItsHeaderSays() throws Exception {
        var file = Sounds.tone(folder.resolve("long.flac"), 300);

        assertThat(sound(file).length().toMillis()).isCloseTo(300_000, within(50L));
    }

    @Test
    void aStreamWithoutALengthIsMeasured() throws Exception {
        var live = Sounds.tone(folder.resolve("live.webm"), 150, "-c:a", "libopus", "-b:a", "16k", "-live", "1");

        assertThat(sound(live).length().toMillis()).isCloseTo(150_000, within(200L));
    }

    @Test
    void theLengthOfAnMp3OfVaryingBitRateIsMeasuredAndNotGuessed() throws Exception {
        var file = Sounds.make(
                folder.resolve("vbr.mp3"),
                "aevalsrc='if(lt(t,20),random(0),0)':d=200",
                "-q:a",
                "2",
                "-write_xing",
                "0",
                "-id3v2_version",
                "0");

        assertThat(sound(file).length().toMillis()).isCloseTo(200_000, within(200L));
    }

    @Test
    void theSoundTrackCountsAndNotThePictures() throws Exception {
        var file = Sounds.run(
                folder.resolve("video.mkv"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=64x64:rate=5:duration=20",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=4",
                        "-c:v",
                        "mjpeg",
                        "-c:a",
                        "libopus"));

        assertThat(sound(file).length().toMillis()).isCloseTo(4000, within(100L));
    }

    @Test
    void nothingIsAnEmptyFile() throws Exception {
        assertThat(problem(Files.createFile(folder.resolve("empty.ogg")))).isEqualTo(EMPTY);
    }

    @Test
    void aLetterIsNotARecordingEvenWhenItIsCalledMp3() throws Exception {
        var letter = Files.writeString(folder.resolve("letter.mp3"), "Dear all, ".repeat(2000));
        var noise = new byte[60_000];
        new Random(7).nextBytes(noise);
        var random = Files.write(folder.resolve("random.mp3"), noise);

        assertThat(problem(letter)).isEqualTo(NOT_A_RECORDING);
        assertThat(problem(random)).isEqualTo(NOT_A_RECORDING);
    }

    @Test
    void aPictureIsNotARecording() throws Exception {
        var picture = Sounds.make(folder.resolve("picture.png"), "testsrc=duration=1", "-frames:v", "1");

        assertThat(problem(picture)).isEqualTo(NOT_A_RECORDING);
    }

    @Test
    void aSilentFilmHasNoSoundTrack() throws Exception {
        var film = Sounds.make(folder.resolve("film.mp4"), "testsrc=size=64x64:duration=2", "-c:v", "mpeg4");

        assertThat(problem(film)).isEqualTo(NO_SOUND_TRACK);
    }

    @Test
    void lessThanATenthOfASecondIsTooShort() throws Exception {
        assertThat(problem(Sounds.wav(folder.resolve("zero.wav"), new short[0])))
                .isEqualTo(TOO_SHORT);
        assertThat(problem(Sounds.wav(folder.resolve("click.wav"), new short[1500])))
                .isEqualTo(TOO_SHORT);
        assertThat(sound(Sounds.wav(folder.resolve("word.wav"), new short[1700]))
                        .length()
                        .toMillis())
                .isEqualTo(106);
    }

    @Test
    void aFilmCutOffBeforeItsIndexIsBroken() throws Exception {
        var whole = Sounds.tone(folder.resolve("whole.m4a"), 30);

        assertThat(problem(Sounds.cutOff(whole, folder.resolve("half.m4a"), 0.5)))
                .isEqualTo(BROKEN);
    }

    private Inspection.Sound sound(Path file) throws Exception {
        var inspection = inspector.inspect(file);
        assertThat(inspection).isInstanceOf(Inspection.Sound.class);
        return (Inspection.Sound) inspection;
    }

    private RecordingProblem problem(Path file) throws Exception {
        var inspection = inspector.inspect(file);
        assertThat(inspection).isInstanceOf(Inspection.NoSound.class);
        return ((Inspection.NoSound) inspection).problem();
    }
}
