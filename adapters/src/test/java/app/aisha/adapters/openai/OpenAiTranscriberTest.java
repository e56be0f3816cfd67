package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Hints;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiTranscriberTest {

    private static final String KEY = "sk-very-secret";
    private static final Hints RUSSIAN = new Hints(Optional.of("ru"));
    private static final Hints ANY = new Hints(Optional.empty());
    private static final SoundEncoder ENCODER = piece -> "packed".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private final List<Duration> waits = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final SpeechServerDouble server = new SpeechServerDouble();
    private Duration patience = Duration.ofSeconds(20);

    OpenAiTranscriberTest() throws IOException {}

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    void aPieceIsSentAsOpusWithTheLanguageInTheModelsOwnWay() throws Exception {
        var transcriber = against(
                "gpt-transcribe", _ -> Answer.of(200, "{\"text\":\" Привет \",\"languages\":[{\"code\":\"ru\"}]}"));

        var hearing = transcriber.transcribe(piece(), RUSSIAN);

        assertThat(hearing).isEqualTo(new Heard("Привет", Optional.empty(), List.of()));
        var request = server.requests().getFirst();
        assertThat(request.path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer " + KEY);
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
        var transcriber = against("gpt-transcribe", _ -> Answer.text("да"));

        transcriber.transcribe(new Clip.WholeFile(file, "mov", Duration.ofSeconds(9)), ANY);

        var request = server.requests().getFirst();
        assertThat(request.file().group(1)).isEqualTo("voice.mp4");
        assertThat(request.file().group(3).getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(bytes);
        assertThat(request.field("languages[]")).isEmpty();
    }

    private OpenAiTranscriber against(String model, IntFunction<Answer> answers) {
        server.answers(answers);
        return transcriber(model, ENCODER);
    }

    private OpenAiTranscriber transcriber(String model, SoundEncoder encoder) {
        var settings = new OpenAiSettings(
                URI.create(server.base() + "/"), Optional.of(new Secret(KEY)), model, Optional.empty());
        var http = HttpClients.create(Optional.empty(), Duration.ofSeconds(5));
        return new OpenAiTranscriber(
                settings, encoder, () -> Instant.EPOCH, http, new Patience(patience, waits::add, new Random(1)));
    }

    private static Clip piece() {
        return new Clip.Piece(new SoundPiece(
                0,
                Duration.ZERO,
                Duration.ofSeconds(40),
                Duration.ZERO,
                Duration.ofSeconds(30),
                ByteBuffer.allocate(8)));
    }
}
