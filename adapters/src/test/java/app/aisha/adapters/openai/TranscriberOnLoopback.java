package app.aisha.adapters.openai;

import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.work.OperatorAlarm.Alarm;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** A transcriber and the server it talks to; its waits are remembered and take no time. */
final class TranscriberOnLoopback implements AutoCloseable {

    static final String KEY = "sk-very-secret";
    static final SoundEncoder ENCODER = _ -> "packed".getBytes(StandardCharsets.US_ASCII);
    static final Clip PIECE = new Clip.Piece(new SoundPiece(
            0,
            Duration.ZERO,
            Duration.ofSeconds(40),
            Duration.ZERO,
            Duration.ofSeconds(30),
            List.of(),
            ByteBuffer.allocate(8)));

    private final SpeechServerDouble server = new SpeechServerDouble();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.EPOCH;
    private final CountDownLatch end = new CountDownLatch(1);
    private Duration patience = Duration.ofSeconds(20);
    private Runnable meanwhile = () -> {};

    TranscriberOnLoopback() throws IOException {}

    /** At the address of OpenAI, for which this server is the proxy. */
    OpenAiTranscriber against(String model, IntFunction<Answer> answers) {
        server.answers(answers);
        return transcriber(model, ENCODER);
    }

    OpenAiTranscriber transcriber(String model, SoundEncoder encoder) {
        return transcriber(settings(URI.create("http://api.openai.com/v1/"), model, Probing.NEVER), encoder);
    }

    /** At the address of this machine. */
    OpenAiTranscriber atHome(String model, Probing probing, IntFunction<Answer> answers) {
        server.answers(answers);
        return transcriber(settings(server.base(), model, probing), ENCODER);
    }

    OpenAiTranscriber transcriber(OpenAiSettings settings, SoundEncoder encoder) {
        return new OpenAiTranscriber(
                settings,
                encoder,
                alarms::add,
                () -> now,
                HttpClients.create(settings.proxy(), Duration.ofSeconds(5)),
                new Patience(patience, this::waited, new Random(1)));
    }

    OpenAiSettings settings(URI base, String model, Probing probing) {
        return new OpenAiSettings(
                base,
                Optional.of(new Secret(KEY)),
                model,
                Optional.of(URI.create("http://127.0.0.1:" + server.base().getPort())),
                probing,
                OpenAiSettings.USUAL_PAUSE);
    }

    List<Alarm> alarms() {
        return alarms;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    SpeechServerDouble server() {
        return server;
    }

    private void waited(Duration time) {
        waits.add(time);
        meanwhile.run();
    }

    /** What happens at each wait. */
    void whileWaiting(Runnable happening) {
        meanwhile = happening;
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
