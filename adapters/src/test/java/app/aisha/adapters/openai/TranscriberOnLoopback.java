package app.aisha.adapters.openai;

import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber.Clip;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** A transcriber and the server it talks to; its waits are remembered and take no time. */
final class TranscriberOnLoopback implements AutoCloseable {

    static final String KEY = "sk-very-secret";
    static final SoundEncoder ENCODER = _ -> "packed".getBytes(StandardCharsets.US_ASCII);
    static final Clip PIECE = new Clip.Piece(new SoundPiece(
            0, Duration.ZERO, Duration.ofSeconds(40), Duration.ZERO, Duration.ofSeconds(30), ByteBuffer.allocate(8)));

    private final SpeechServerDouble server = new SpeechServerDouble();
    private final List<Duration> waits = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Duration patience = Duration.ofSeconds(20);

    TranscriberOnLoopback() throws IOException {}

    OpenAiTranscriber against(String model, IntFunction<Answer> answers) {
        server.answers(answers);
        return transcriber(model, ENCODER);
    }

    OpenAiTranscriber transcriber(String model, SoundEncoder encoder) {
        var settings = new OpenAiSettings(
                URI.create(server.base() + "/"), Optional.of(new Secret(KEY)), model, Optional.empty());
        var http = HttpClients.create(Optional.empty(), Duration.ofSeconds(5));
        return new OpenAiTranscriber(
                settings, encoder, () -> Instant.EPOCH, http, new Patience(patience, waits::add, new Random(1)));
    }

    SpeechServerDouble server() {
        return server;
    }

    List<Duration> waits() {
        return waits;
    }

    void patience(Duration forAnswer) {
        patience = forAnswer;
    }

    /** Blocks an answer until the test is over. */
    void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.close();
    }
}
