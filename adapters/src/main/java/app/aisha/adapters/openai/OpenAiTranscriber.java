package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import app.aisha.adapters.http.HttpClients;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber;
import java.io.FileNotFoundException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Speech recognition by OpenAI or a compatible server. All callers share one gate, which starts with four requests at once,
 * opens up to eight while things go well and narrows by half when the server complains about the rate. A call makes at
 * most six tries with waits of thirty seconds in all; a timeout (60 s plus half the clip) is tried once more. Neither the
 * key nor what was said gets into a log or a message.
 */
public final class OpenAiTranscriber implements Transcriber {

    private static final Duration LONGEST_AS_IS = Duration.ofSeconds(90);

    /** Below the 25 MiB of OpenAI, which count the form around the file too. */
    private static final long LARGEST_AS_IS = 24L << 20;

    private static final int AT_ONCE_FIRST = 4;
    private static final int AT_ONCE_MOST = 8;
    private static final Duration UNTIL_TOOL_IS_BACK = Duration.ofMinutes(1);

    private final SoundEncoder encoder;
    private final InstantSource clock;
    private final Patience patience;
    private final String model;
    private final SpeechServer server;
    private final AdaptiveGate gate = new AdaptiveGate(AT_ONCE_FIRST, AT_ONCE_MOST);

    /** Talks to the server of the settings; the encoder packs pieces. */
    public OpenAiTranscriber(OpenAiSettings settings, SoundEncoder encoder, InstantSource clock) {
        this(settings, encoder, clock, HttpClients.create(settings.proxy(), Patience.CONNECT), Patience.real());
    }

    OpenAiTranscriber(
            OpenAiSettings settings, SoundEncoder encoder, InstantSource clock, HttpClient http, Patience patience) {
        this.encoder = encoder;
        this.clock = clock;
        this.patience = patience;
        this.model = settings.speechModel();
        this.server = new SpeechServer(settings, http, clock);
    }

    @Override
    public Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException {
        var question = SpeechQuestion.of(model, hints.language(), upload(clip));
        return new SpeechCall(server, gate, patience, clock, question, clip.length()).answer();
    }

    @Override
    public boolean acceptsAsIs(String container, Duration length, long bytes) {
        return length.compareTo(LONGEST_AS_IS) <= 0
                && bytes <= LARGEST_AS_IS
                && SpeechUpload.Kind.of(container).isPresent();
    }

    private SpeechUpload upload(Clip clip) throws TranscriberUnavailable, InterruptedException {
        try {
            return switch (clip) {
                case Clip.WholeFile whole ->
                    new SpeechUpload(kind(whole.container()), BodyPublishers.ofFile(whole.file()));
                case Clip.Piece(var piece) ->
                    new SpeechUpload(SpeechUpload.Kind.OGG, BodyPublishers.ofByteArray(encoder.opus(piece)));
            };
        } catch (SoundToolUnavailable e) {
            throw new TranscriberUnavailable("cannot pack the sound: " + e.getMessage(), UNTIL_TOOL_IS_BACK, true);
        } catch (FileNotFoundException e) {
            throw new TranscriberUnavailable("the recording is not on the disk any more", Duration.ZERO, false);
        }
    }

    private static SpeechUpload.Kind kind(String container) {
        return SpeechUpload.Kind.of(container)
                .orElseThrow(() -> new IllegalArgumentException(container + " files are not sent as they are"));
    }
}
