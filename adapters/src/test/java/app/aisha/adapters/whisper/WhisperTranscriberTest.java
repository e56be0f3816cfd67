package app.aisha.adapters.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.Segment;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.simulators.whisper.ParrotModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the native library and a model that runs. */
@Timeout(120)
class WhisperTranscriberTest {

    private static final Hints ANY = new Hints(Optional.empty());
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private static Path folder;

    private static WhisperTranscriber transcriber;

    @BeforeAll
    static void load() throws Exception {
        transcriber = WhisperTranscriber.load(
                WhisperModel.read(ParrotModel.write(folder.resolve("ggml-parrot.bin"), "раз", "два", "три")));
    }

    @AfterAll
    static void close() {
        transcriber.close();
    }

    @Test
    void aSecondOfToneGetsTheWordsOfTheModelAndTheirTimesWithinTheClip() throws Exception {
        assertThat(transcriber.transcribe(Clips.tone(SECOND), ANY))
                .isEqualTo(new Heard(
                        "раз два три",
                        Optional.empty(),
                        List.of(new Segment(Duration.ZERO, SECOND, "раз два три", Optional.empty()))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 999, 29_000})
    void clipsOfEveryLengthAreHeard(long millis) throws Exception {
        var hearing = (Heard) transcriber.transcribe(Clips.tone(Duration.ofMillis(millis)), ANY);

        assertThat(hearing.text()).isEqualTo("раз два три");
        assertThat(hearing.segments())
                .allSatisfy(segment -> assertThat(segment.end()).isBetween(segment.start(), Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en", "jv"})
    void aLanguageThatIsHintedIsTheOneOfTheAnswer(String code) throws Exception {
        assertThat(transcriber.transcribe(Clips.tone(SECOND), new Hints(Optional.of(code))))
                .isEqualTo(new Heard(
                        "раз два три",
                        Optional.of(code),
                        List.of(new Segment(Duration.ZERO, SECOND, "раз два три", Optional.empty()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "", "russian", "yue"})
    void aLanguageTheModelDoesNotKnowIsFoundOut(String code) throws Exception {
        var hearing = (Heard) transcriber.transcribe(Clips.tone(SECOND), new Hints(Optional.of(code)));

        assertThat(hearing.language()).isEmpty();
        assertThat(hearing.text()).isEqualTo("раз два три");
    }

    @Test
    void namesReachTheModelAsItsPrompt() throws Exception {
        var hints = new Hints(Optional.of("ru"), List.of("два"));

        var hearing = (Heard) transcriber.transcribe(Clips.tone(SECOND), hints);

        assertThat(hearing.text()).isEqualTo("два три");
    }

    @Test
    void aWholeFileIsRefusedSoThatItComesInPieces() throws Exception {
        assertThat(transcriber.acceptsAsIs("ogg", SECOND, 1_000)).isFalse();
        assertThat(transcriber.transcribe(new Clip.WholeFile(folder, "ogg", SECOND), ANY))
                .isInstanceOf(Hearing.Refused.class);
    }

    @Test
    void manyCallersAreHeardOneAfterTheOther() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var hearings = new ArrayList<Future<Hearing>>();
            for (var i = 0; i < 8; i++) {
                Callable<Hearing> call = () -> transcriber.transcribe(Clips.tone(SECOND), ANY);
                hearings.add(callers.submit(call));
            }
            for (var hearing : hearings) {
                assertThat(((Heard) hearing.get()).text()).isEqualTo("раз два три");
            }
        }
    }

    @Test
    void whoIsInterruptedLeavesAtOnceAndTheOthersAreHeard() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> transcriber.transcribe(Clips.tone(SECOND), ANY))
                .isInstanceOf(InterruptedException.class);
        assertThat(((Heard) transcriber.transcribe(Clips.tone(SECOND), ANY)).text())
                .isEqualTo("раз два три");
    }

    @Test
    void afterItsEndItIsUnavailable() throws Exception {
        var another =
                WhisperTranscriber.load(WhisperModel.read(ParrotModel.write(folder.resolve("another.bin"), "четыре")));
        assertThat(((Heard) another.transcribe(Clips.tone(SECOND), ANY)).text()).isEqualTo("четыре");

        another.close();

        assertThatThrownBy(() -> another.transcribe(Clips.tone(SECOND), ANY))
                .isInstanceOf(TranscriberUnavailable.class);
        assertThat(((Heard) transcriber.transcribe(Clips.tone(SECOND), ANY)).text())
                .isEqualTo("раз два три");
    }
}
