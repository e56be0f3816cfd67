package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.Segment;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OpenAiTranscriberTest {

    private static final Hints RUSSIAN = new Hints(Optional.of("ru"));
    private static final Hints ANY = new Hints(Optional.empty());
    private static final Hearing OK = new Heard("ok", Optional.empty(), List.of());

    @TempDir
    private Path folder;

    private final TranscriberOnLoopback service = new TranscriberOnLoopback();

    OpenAiTranscriberTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aPieceIsSentAsOpusWithTheLanguageInTheModelsOwnWay() throws Exception {
        var transcriber = service.against(
                "gpt-transcribe", _ -> Answer.of(200, "{\"text\":\" Привет \",\"languages\":[{\"code\":\"ru\"}]}"));

        var hearing = transcriber.transcribe(TranscriberOnLoopback.PIECE, RUSSIAN);

        assertThat(hearing).isEqualTo(new Heard("Привет", Optional.empty(), List.of()));
        var request = service.server().requests().getFirst();
        assertThat(request.path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer " + TranscriberOnLoopback.KEY);
        assertThat(request.headers().getFirst("Content-Length")).isNotNull();
        assertThat(request.field("model")).containsExactly("gpt-transcribe");
        assertThat(request.field("response_format")).containsExactly("json");
        assertThat(request.field("languages[]")).containsExactly("ru");
        assertThat(request.field("language")).isEmpty();
        assertThat(request.file().group(1)).isEqualTo("voice.ogg");
        assertThat(request.file().group(2)).isEqualTo("audio/ogg");
        assertThat(request.file().group(3)).isEqualTo("packed");
    }

    @Test
    void aWholeFileIsSentByteByByte() throws Exception {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("x.oga"), bytes);
        var transcriber = service.against("gpt-transcribe", _ -> Answer.text("да"));

        transcriber.transcribe(new Clip.WholeFile(file, "mov", Duration.ofSeconds(9)), ANY);

        var request = service.server().requests().getFirst();
        assertThat(request.file().group(1)).isEqualTo("voice.mp4");
        assertThat(request.file().group(3).getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(bytes);
        assertThat(request.field("languages[]")).isEmpty();
    }

    @Test
    void aLanguageTheModelDoesNotKnowIsNotSent() throws Exception {
        var transcriber = service.against("gpt-transcribe", _ -> Answer.text("сәлам"));

        transcriber.transcribe(TranscriberOnLoopback.PIECE, new Hints(Optional.of("tt")));

        assertThat(service.server().requests().getFirst().field("languages[]")).isEmpty();
    }

    @Test
    void aWhisperTellsTimesAndLanguage() throws Exception {
        var transcriber = service.against("Systran/faster-whisper-large-v3", _ -> Answer.of(200, """
            {"text":"Раз. Два.","language":"russian","duration":"40.0","segments":[
            {"start":0.5,"end":"1.25","text":" Раз.","no_speech_prob":null},
            {"start":1.5,"end":99,"text":" Два."},{"start":39,"end":40,"text":" "}]}\
            """));

        var hearing = transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(hearing)
                .isEqualTo(new Heard(
                        "Раз. Два.",
                        Optional.of("ru"),
                        List.of(
                                new Segment(Duration.ofMillis(500), Duration.ofMillis(1250), "Раз.", Optional.empty()),
                                new Segment(
                                        Duration.ofMillis(1500), Duration.ofSeconds(40), "Два.", Optional.empty()))));
        assertThat(service.server().requests().getFirst().field("response_format"))
                .containsExactly("verbose_json");
    }

    @Test
    void aServerWithoutAKeyIsAskedWithoutOne() throws Exception {
        service.server().answers(_ -> Answer.text("hi"));
        var settings = new OpenAiSettings(
                service.server().base(),
                Optional.empty(),
                "any",
                Optional.empty(),
                Probing.NEVER,
                OpenAiSettings.USUAL_PAUSE);

        new OpenAiTranscriber(settings, TranscriberOnLoopback.ENCODER, _ -> {}, () -> Instant.EPOCH)
                .transcribe(TranscriberOnLoopback.PIECE, RUSSIAN);

        var request = service.server().requests().getFirst();
        assertThat(request.headers().containsKey("Authorization")).isFalse();
        assertThat(request.field("language")).containsExactly("ru");
    }

    @Test
    void whatTheServerDoesNotUnderstandIsLeftOutOnce() throws Exception {
        var transcriber = service.against("whisper-1", n -> switch (n) {
            case 1 -> Answer.of(400, "{\"error\":{\"message\":\"Language 'ru' is not supported\"}}");
            case 2 -> Answer.of(400, "{\"error\":{\"message\":\"bad value\",\"param\":\"response_format\"}}");
            default -> Answer.text("ok");
        });

        assertThat(transcriber.transcribe(TranscriberOnLoopback.PIECE, RUSSIAN)).isEqualTo(OK);

        assertThat(service.server().requests().get(0).field("language")).containsExactly("ru");
        assertThat(service.server().requests().get(1).field("language")).isEmpty();
        assertThat(service.server().requests().get(2).field("response_format")).containsExactly("json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-transcribe | keywords[] | Аиша; Kafka",
                "whisper-1 | prompt | Аиша, Kafka",
                "gpt-4o-transcribe | prompt | Аиша, Kafka",
                "gpt-4o-transcribe-diarize | prompt | ''"
            })
    void theVocabularyGoesWhereTheModelReadsIt(String model, String field, String sent) throws Exception {
        var transcriber = service.against(model, _ -> Answer.text("ok"));

        transcriber.transcribe(
                TranscriberOnLoopback.PIECE, new Hints(Optional.empty(), List.of("<Аиша>\n", "", "Kafka")));

        var found = String.join("; ", service.server().requests().getFirst().field(field));
        assertThat(new String(found.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo(sent);
    }

    @Test
    void aVocabularyThatIsRefusedIsLeftOutFromThenOn() throws Exception {
        var transcriber = service.against(
                "gpt-transcribe",
                n -> n == 1
                        ? Answer.of(400, "{\"error\":{\"message\":\"bad\",\"param\":\"keywords\"}}")
                        : Answer.text("ok"));
        var hints = new Hints(Optional.empty(), List.of("Kafka"));

        transcriber.transcribe(TranscriberOnLoopback.PIECE, hints);
        transcriber.transcribe(TranscriberOnLoopback.PIECE, hints);

        assertThat(service.server().requests().stream()
                        .map(request -> request.field("keywords[]").size()))
                .containsExactly(1, 0, 0);
    }

    @Test
    void voicesAreToldApartWhereTheModelDoes() throws Exception {
        var transcriber = service.against("gpt-4o-transcribe-diarize", _ -> Answer.of(200, """
            {"text":"Раз. Два.","segments":[
            {"start":0,"end":1,"text":"Раз.","speaker":"A"},{"start":1,"end":2,"text":"Два.","speaker":1}]}\
            """));

        var hearing = transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(hearing)
                .isInstanceOfSatisfying(
                        Heard.class,
                        heard -> assertThat(heard.segments())
                                .extracting(Segment::speaker)
                                .containsExactly(Optional.of("A"), Optional.of("1")));
        var request = service.server().requests().getFirst();
        assertThat(request.field("response_format")).containsExactly("diarized_json");
        assertThat(request.field("chunking_strategy")).containsExactly("auto");
    }

    @Test
    void atHomePiecesAreSentAsWavWithSilenceAtTheEnd() throws Exception {
        var transcriber = service.atHome("whisper-1", Probing.NEVER, _ -> Answer.text("ok"));

        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        var file = service.server().requests().getFirst().file();
        assertThat(file.group(1)).isEqualTo("voice.wav");
        assertThat(file.group(3)).startsWith("RIFF").hasSize(44 + 8 + 16_000);
    }

    @Test
    void aServerThatCannotReadOpusGetsWavFromThenOn() throws Exception {
        var transcriber = service.against(
                "whisper-1",
                n -> n == 1 ? Answer.of(400, "{\"error\":{\"message\":\"Invalid file format.\"}}") : Answer.text("ok"));

        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);
        transcriber.transcribe(TranscriberOnLoopback.PIECE, ANY);

        assertThat(service.server().requests().stream()
                        .map(request -> request.file().group(1)))
                .containsExactly("voice.ogg", "voice.wav", "voice.wav");
    }

    @Test
    void aMissingPackerIsTheOperatorsBusiness() throws Exception {
        SoundEncoder broken = _ -> {
            throw new SoundToolUnavailable("no ffmpeg", null);
        };

        assertThatThrownBy(() -> service.transcriber("m", broken).transcribe(TranscriberOnLoopback.PIECE, ANY))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class,
                        e -> assertThat(e.needsOperator()).isTrue());
    }

    @Test
    void aFileThatIsGoneIsNotSent() throws Exception {
        var gone = new Clip.WholeFile(folder.resolve("gone"), "ogg", Duration.ofSeconds(1));

        assertThatThrownBy(() ->
                        service.transcriber("m", TranscriberOnLoopback.ENCODER).transcribe(gone, ANY))
                .isInstanceOf(TranscriberUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ogg, 90, 1000, true",
        "mov, 90, 25165824, true",
        "matroska, 5, 9, true",
        "ogg, 91, 9, false",
        "ogg, 9, 25165825, false",
        "amr, 9, 9, false",
        "avi, 9, 9, false"
    })
    void shortFilesOfKnownKindsAreAcceptedAsTheyAre(String container, long seconds, long bytes, boolean accepted) {
        assertThat(service.transcriber("m", TranscriberOnLoopback.ENCODER)
                        .acceptsAsIs(container, Duration.ofSeconds(seconds), bytes))
                .isEqualTo(accepted);
    }
}
