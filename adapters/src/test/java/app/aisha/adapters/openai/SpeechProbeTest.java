package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.Transcriber.Hints;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SpeechProbeTest {

    private static final Hints ANY = new Hints(Optional.empty());
    private static final Answer NO = Answer.of(400, "{\"error\":\"no\"}");

    private final TranscriberOnLoopback service = new TranscriberOnLoopback();

    SpeechProbeTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"1, verbose_json", "2, json", "3, text"})
    void theFirstFormThatWorksIsKept(int works, String format) throws Exception {
        var transcriber = service.atHome("parakeet", Probing.AUTO, n -> n < works ? NO : Answer.text("ok"));

        transcriber.probe();
        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(formats()).hasSize(works + 1).last().isEqualTo(format);
        assertThat(service.server().requests().getFirst().file().group(3)).hasSize(44 + 32_000);
    }

    @Test
    void aProbeThatFailsIsRepeatedBeforeTheFirstClipAndNeverAgain() throws Exception {
        var transcriber =
                service.atHome("parakeet", Probing.AUTO, n -> n < 3 ? Answer.of(500, "<html>") : Answer.text("ok"));

        transcriber.probe();
        assertThat(service.server().requests()).hasSize(1);
        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);
        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(formats()).containsExactly("verbose_json", "verbose_json", "json", "json");
    }

    @Test
    void aServerThatIsNotThereStopsNothing() throws Exception {
        var transcriber = service.atHome("parakeet", Probing.ALWAYS, _ -> Answer.text("ok"));
        service.server().close();

        transcriber.probe();

        assertThat(service.server().requests()).isEmpty();
        assertThat(service.alarms()).isEmpty();
    }

    @Test
    void aRefusedKeyIsToldAtTheStart() throws Exception {
        var transcriber = service.atHome("parakeet", Probing.AUTO, _ -> Answer.of(401, "{}"));

        transcriber.probe();

        assertThat(service.alarms()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-transcribe, AUTO, 0",
        "whisper-1, AUTO, 0",
        "gpt-next, AUTO, 1",
        "whisper-1, ALWAYS, 1",
        "gpt-next, NEVER, 0"
    })
    void openAiIsTriedOnlyForModelsThatAreNotKnown(String model, Probing probing, int requests) throws Exception {
        service.server().answers(_ -> Answer.text("ok"));
        var base = OpenAiSettings.OPENAI.toString().replace("https", "http");
        var settings = service.settings(URI.create(base), model, probing);

        service.transcriber(settings, TranscriberOnLoopback.ENCODER).probe();

        assertThat(service.server().requests()).hasSize(requests);
    }

    @Test
    void theServerOfWhisperCppIsToldToFindTheLanguageAndGetsOneClipAtATime() throws Exception {
        var transcriber =
                service.atHome("whisper-1", Probing.AUTO, _ -> Answer.text("ok").with("Server", "whisper.cpp"));
        assertThat(transcriber.atOnce()).isEqualTo(4);

        transcriber.probe();
        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);
        transcriber.transcribe(TranscriberOnLoopback.PIECE, new Hints(Optional.of("ru")));

        assertThat(transcriber.atOnce()).isEqualTo(1);
        assertThat(service.server().requests().stream().map(request -> request.field("language")))
                .containsExactly(List.of(), List.of("auto"), List.of("ru"));
    }

    private List<String> formats() {
        return service.server().requests().stream()
                .map(request -> request.field("response_format").getFirst())
                .toList();
    }
}
