package app.aisha.adapters.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.simulators.whisper.ParrotModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken is refused in one line before the native library sees it. */
@Timeout(120)
class WhisperModelTest {

    /** Magic, hyperparameters, mel filters: whatever is changed here breaks the model. */
    private static final int HEADER = 12 * Integer.BYTES;

    private static final int WORDS = HEADER + 8 + 80 * 201 * Float.BYTES;

    private static final int RUNNING = Boolean.getBoolean("aisha.long") ? 48 : 1;

    @TempDir
    private static Path folder;

    private static byte[] whole;

    @BeforeAll
    static void write() throws Exception {
        whole = Files.readAllBytes(ParrotModel.write(folder.resolve("ggml-parrot.bin"), "one", "two"));
    }

    @Test
    void aWholeModelIsTakenAndCalledByItsFile() throws Exception {
        var model = WhisperModel.read(folder.resolve("ggml-parrot.bin"));

        assertThat(model.name()).isEqualTo("parrot");
        assertThat(model.isMultilingual()).isTrue();
    }

    @Test
    void whatIsNotThereOrNoFileIsSaid() {
        refused(folder.resolve("nowhere.bin"), "is not there");
        refused(folder, "is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gg", "GGUF and much more", "<html>404</html>"})
    void whatIsNoModelIsSaid(String content) throws Exception {
        refused(Files.writeString(folder.resolve("text.bin"), content), "is no GGML file");
    }

    static IntStream seeds() {
        return IntStream.range(0, 48);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aModelThatIsCutOffAnywhereIsRefused(int seed) throws Exception {
        var random = new Random(seed);
        var length = seed % 2 == 0 ? random.nextInt(whole.length) : random.nextInt(WORDS + 200);

        refused(file(Arrays.copyOf(whole, length)), "is ");
    }

    @Test
    void aModelWithoutItsLastTensorOrWithSomethingBehindItIsRefused() throws Exception {
        var last = lastIndexOf("decoder.blocks.0.mlp.2.bias") - 4 * Integer.BYTES;

        refused(file(Arrays.copyOf(whole, last)), "is cut off");
        refused(file(Arrays.copyOf(whole, whole.length + 100)), "is damaged");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void garbageIsRefused(int seed) throws Exception {
        var garbage = new byte[200_000];
        new Random(seed).nextBytes(garbage);
        System.arraycopy(whole, 0, garbage, 0, seed % 3 == 0 ? 4 : seed % 3 == 1 ? HEADER : WORDS);

        refused(file(garbage), "is ");
    }

    @ParameterizedTest
    @CsvSource({
        "0, is no GGML file",
        "1, vocabulary is 7",
        "2, audio context is 7",
        "3, audio state is 7",
        "4, audio state is 64",
        "5, cut off",
        "6, text context is 7",
        "7, text state is 7",
        "8, text heads is 7",
        "9, cut off",
        "10, mel bands are 7",
        "12, mel filters",
        "13, mel filters"
    })
    void anyNumberOfTheHeaderThatIsAnotherIsSaid(int number, String complaint) throws Exception {
        refused(changed(file -> file.putInt(number * Integer.BYTES, 7)), complaint);
    }

    @Test
    void numbersThatWouldMakeTheLibraryAllocateOrStepOutsideAreRefused() throws Exception {
        refused(changed(file -> file.putInt(11 * Integer.BYTES, 99)), "ftype 99");
        refused(changed(file -> file.putInt(5 * Integer.BYTES, 2_000_000_000)), "audio layers is 2000000000");
        refused(changed(file -> file.putInt(WORDS, -1)), "a vocabulary of -1");
        refused(changed(file -> file.putInt(WORDS + 4, -2)), "a word of -2 bytes");
        refused(changed(file -> file.putInt(WORDS + 4, 2_000_000_000)), "a word of 2000000000 bytes");
        refused(changed(file -> file.put(WORDS + 8, (byte) 'x')), "lacks the space");
        var tensor = lastIndexOf("encoder.conv1.weight");
        refused(changed(file -> file.put(tensor, (byte) 'E')), "unknown name");
        refused(changed(file -> file.putInt(tensor - 4, 65)), "encoder.conv1.weight has another shape");
        refused(changed(file -> file.putInt(tensor - 4 * Integer.BYTES, 0)), "encoder.conv1.weight has another shape");
        refused(changed(file -> file.putInt(tensor - 5 * Integer.BYTES, 2_000_000_000)), "a broken header");
        refused(changed(file -> file.putInt(tensor - 6 * Integer.BYTES, -1)), "a broken header");
    }

    /** Weights are not looked at, and whatever they are, the library lives; a model of nonsense takes seconds to run. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aModelWithBytesChangedIsRefusedOrRuns(int seed) throws Exception {
        var random = new Random(seed);
        var broken = whole.clone();
        for (var i = 0; i < 1 + random.nextInt(2_000); i++) {
            broken[WORDS + 30 + random.nextInt(broken.length - WORDS - 30)] = (byte) random.nextInt();
        }

        var model = taken(file(broken));

        if (model.isPresent()) {
            try (var transcriber = WhisperTranscriber.load(model.get())) {
                if (seed < RUNNING) {
                    assertThat(transcriber.transcribe(Clips.tone(Duration.ofSeconds(1)), new Hints(Optional.empty())))
                            .isInstanceOf(Hearing.Heard.class);
                }
            }
        }
    }

    private static Optional<WhisperModel> taken(Path file) {
        try {
            return Optional.of(WhisperModel.read(file));
        } catch (ModelUnusable e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            return Optional.empty();
        }
    }

    private static void refused(Path file, String complaint) {
        assertThatThrownBy(() -> WhisperModel.read(file))
                .isInstanceOf(ModelUnusable.class)
                .hasMessageStartingWith(file + " ")
                .hasMessageContaining(complaint)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    private static Path changed(Consumer<ByteBuffer> change) throws Exception {
        var bytes = whole.clone();
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return file(bytes);
    }

    private static Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("broken.bin"), bytes);
    }

    private static int lastIndexOf(String name) {
        return new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(name);
    }
}
