package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.textfiles.IcuTextFiles;
import app.aisha.adapters.textfiles.WrittenFiles;
import app.aisha.core.transcript.SoundInspector.Inspection;
import app.aisha.core.transcript.TextFiles.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound is looked for first; so nothing written may sound to ffmpeg, and nothing that sounds may read as text. */
class TextsAreNoSoundTest {

    private static final int TEXTS_AT_THE_END = 3;
    private static final int SHORTEST = 16;

    @TempDir
    private Path folder;

    @Test
    void nothingThatIsReadAsTextSoundsToFfmpeg() throws Exception {
        var inspector = new FfmpegSoundInspector(Sounds.ffmpeg());
        for (var written : WrittenFiles.all().entrySet()) {
            for (var times : List.of(1, 400)) {
                var repeats = written.getKey().equals("docx") ? 1 : times;
                var file = Files.write(folder.resolve("a.mp3"), repeated(written.getValue(), repeats));

                assertThat(inspector.inspect(file)).as(written.getKey()).isInstanceOf(Inspection.NoSound.class);
                assertThat(new IcuTextFiles().read(file)).as(written.getKey()).isInstanceOf(Reading.Read.class);
            }
        }
    }

    @Test
    void damagedRecordingsAreNoTexts() throws Exception {
        var corpus = new MediaCorpus(folder);
        for (var seed = 0; seed < 200; seed++) {
            var bytes = corpus.file(seed);
            var file = Files.write(folder.resolve("damaged"), bytes);
            if (seed % corpus.size() >= corpus.size() - TEXTS_AT_THE_END || bytes.length < SHORTEST) {
                continue;
            }

            assertThat(new IcuTextFiles().read(file)).as("seed %d", seed).isEqualTo(new Reading.NoText());
        }
    }

    private static byte[] repeated(byte[] bytes, int times) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < times; i++) {
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
