package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.ffmpeg.FfmpegSoundCutter;
import app.aisha.adapters.ffmpeg.FfmpegSoundEncoder;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPieces;
import app.aisha.adapters.postgres.PostgresTranscripts;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.adapters.postgres.TestDatabase;
import app.aisha.core.account.Language;
import app.aisha.core.account.UsersContract;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.Assembled;
import app.aisha.core.transcript.ListenToRecording;
import app.aisha.core.transcript.Original;
import app.aisha.core.transcript.Piece;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.simulators.openai.OpenAiSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that turns a recording into text: ffmpeg, PostgreSQL and a simulated service at the address of OpenAI. Waits between
 * tries take no time.
 */
final class ListeningRoom implements AutoCloseable {

    static final Hints NOTHING_KNOWN = new Hints(Optional.empty());

    private static final String BOUNDARY = "listening-room";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Ffmpeg ffmpeg;
    private final OpenAiSimulator simulator;
    private final PostgresDatabase database = TestDatabase.open();
    private final PostgresPieces pieces = new PostgresPieces(database);
    private final PostgresTranscripts transcripts = new PostgresTranscripts(database);
    private final FfmpegSoundCutter cutter;

    ListeningRoom() throws Exception {
        ffmpeg = Ffmpeg.find(new FfmpegSettings(Optional.empty(), Path.of("target", "ffmpeg-cache")));
        cutter = new FfmpegSoundCutter(ffmpeg);
        simulator = OpenAiSimulator.start(
                app.aisha.simulators.openai.OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
    }

    Ffmpeg ffmpeg() {
        return ffmpeg;
    }

    /** With as much patience for an answer, half the clip aside. */
    OpenAiTranscriber transcriber(String model, Duration patience) {
        var proxy = Optional.of(simulator.address());
        return new OpenAiTranscriber(
                new OpenAiSettings(
                        URI.create("http://api.openai.com/v1/"),
                        Optional.of(new Secret("room-key")),
                        model,
                        proxy,
                        Probing.NEVER,
                        Duration.ofMillis(1)),
                new FfmpegSoundEncoder(ffmpeg),
                _ -> {},
                InstantSource.system(),
                HttpClients.create(proxy, Duration.ofSeconds(5)),
                new Patience(patience, _ -> {}, new Random(1)));
    }

    ListenToRecording listening(Transcriber transcriber) {
        return new ListenToRecording(cutter, transcriber, pieces, transcripts, new RecordingOutbox(), database);
    }

    /** A transcript about to be listened to. */
    Transcript.Working working(Duration length) {
        var owner = new PostgresUsers(database, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
        var original = new Original(new MediaKey("users/1/recordings/2/original.ogg"), "ogg", length);
        return TranscriptExamples.stored(
                transcripts, TranscriptExamples.queued(owner).started(original, Optional.empty(), Instant.EPOCH));
    }

    /** All of the recording as it is heard by this model. */
    Assembled hears(String model, ToneSpeech speech, Path file) throws Exception {
        return hears(transcriber(model, Duration.ofMinutes(2)), speech, file);
    }

    /** All of the recording as this transcriber hears it. */
    Assembled hears(Transcriber transcriber, ToneSpeech speech, Path file) throws Exception {
        var outcome = listening(transcriber).listen(working(length(speech)), file, NOTHING_KNOWN);
        assertThat(outcome).isInstanceOf(ListenToRecording.Outcome.Heard.class);
        return ((ListenToRecording.Outcome.Heard) outcome).text();
    }

    static Duration length(ToneSpeech speech) {
        return Duration.ofMillis((long) (speech.seconds() * 1000));
    }

    List<Piece> piecesOf(Transcript transcript) {
        return pieces.of(transcript.id());
    }

    PostgresTranscripts transcripts() {
        return transcripts;
    }

    /** The same sound in another format; the name of the file says which. */
    Path converted(Path from, Path to, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ffmpeg.program().toString(), "-v", "error", "-y", "-i", from.toString()));
        command.addAll(List.of(arguments));
        command.add(to.toString());
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(ffmpeg.environment());
        assertThat(builder.start().waitFor()).isZero();
        return to;
    }

    /** As a phone records it. */
    Path opus(Path from, Path to) throws IOException, InterruptedException {
        return converted(from, to, "-c:a", "libopus", "-b:a", "24k", "-compression_level", "0");
    }

    /** Any stretch of this sound is heard as its words. */
    void knows(Path sound, String words) throws IOException, InterruptedException {
        var head = part("words") + "\r\n\r\n" + words + "\r\n" + part("audio") + "; filename=\"whole\"\r\n\r\n";
        var request = HttpRequest.newBuilder(URI.create(simulator.address() + "/control/script"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(sound),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build();
        sent(request);
    }

    private static String part(String name) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(BOUNDARY, name);
    }

    List<JsonNode> calls() throws IOException, InterruptedException {
        var answer = new JsonMapper().readTree(control("/calls", "GET", ""));
        return StreamSupport.stream(answer.spliterator(), false).toList();
    }

    String control(String path, String method, String body) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(simulator.address() + "/control" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static String sent(HttpRequest request) throws IOException, InterruptedException {
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
