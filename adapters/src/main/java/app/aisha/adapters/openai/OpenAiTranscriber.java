package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.work.Circuit;
import app.aisha.core.work.OperatorAlarm;
import java.io.FileNotFoundException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Speech recognition by OpenAI or a compatible server. All callers share one gate, which starts with at most four requests
 * at once, opens up to what the model's profile says while things go well and narrows by half when the server complains
 * about the rate. A call makes at most six tries with waits of thirty seconds in all; a timeout (60 s plus half the clip) is
 * tried once more. What a server does not understand is left out, and it is asked that way from then on. While the key is
 * refused or the quota spent nothing is sent but one clip a minute. Neither the key nor what was said gets into a log or a
 * message.
 */
public final class OpenAiTranscriber implements Transcriber {

    private static final Duration LONGEST_AS_IS = Duration.ofSeconds(90);

    /** Below the 25 MiB of OpenAI, which count the form around the file too. */
    private static final long LARGEST_AS_IS = 24L << 20;

    private static final int AT_ONCE_FIRST = 4;
    private static final Duration UNTIL_TOOL_IS_BACK = Duration.ofMinutes(1);

    private final SoundEncoder encoder;
    private final String model;
    private final SpeechService service;

    /** Talks to the server of the settings; the encoder packs pieces. */
    public OpenAiTranscriber(OpenAiSettings settings, SoundEncoder encoder, OperatorAlarm alarm, InstantSource clock) {
        this(settings, encoder, alarm, clock, HttpClients.create(settings.proxy(), Patience.CONNECT), Patience.real());
    }

    OpenAiTranscriber(
            OpenAiSettings settings,
            SoundEncoder encoder,
            OperatorAlarm alarm,
            InstantSource clock,
            HttpClient http,
            Patience patience) {
        this.encoder = encoder;
        this.model = settings.speechModel();
        var server = new SpeechServer(settings, http, clock);
        var pause = new ServicePause(alarm, settings.pause(), clock);
        var atOnce = Manner.toBeginWith(settings.baseUrl(), model).atOnce();
        var gate = new AdaptiveGate(Math.min(AT_ONCE_FIRST, atOnce), atOnce);
        var line = new ServiceLine(gate, pause, patience);
        this.service = new SpeechService(server, line, new Manners(settings, server, line), clock);
    }

    /**
     * Finds out what the server can do, where that is not known, and logs it in one line. May take a minute; a failure is
     * logged too, and the first clip tries again.
     */
    public void probe() throws InterruptedException {
        service.manners().probeAtStart();
    }

    @Override
    public Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException {
        try {
            var question = question(clip, hints, service.manners().forClip());
            return new SpeechCall(service, question, clip.length()).answer();
        } catch (ServiceUnavailable e) {
            throw new TranscriberUnavailable(e.why(), e.pause(), e.needsOperator());
        }
    }

    @Override
    public boolean acceptsAsIs(String container, Duration length, long bytes) {
        var manner = service.manners().now();
        return length.compareTo(LONGEST_AS_IS) <= 0
                && length.compareTo(manner.profile().longest()) <= 0
                && bytes <= LARGEST_AS_IS
                && SpeechUpload.Kind.of(container)
                        .filter(kind -> kind == SpeechUpload.Kind.WAV || manner.sound() != Manner.Sound.WAV_ONLY)
                        .isPresent();
    }

    /** Labels of voices hold for one request only, so where voices are told apart a request covers as much as it may. */
    @Override
    public Duration pieceLength() {
        return service.manners().now().pieceLength();
    }

    /** Open while the service waits for its operator or cannot be reached. */
    public Circuit circuit() {
        return service.line().pause();
    }

    /** How many clips may be under way now. */
    int atOnce() {
        return service.line().gate().limit();
    }

    private SpeechQuestion question(Clip clip, Hints hints, Manner manner)
            throws TranscriberUnavailable, InterruptedException {
        try {
            return SpeechQuestion.of(model, manner, hints, sound(clip));
        } catch (SoundToolUnavailable e) {
            throw new TranscriberUnavailable("cannot pack the sound: " + e.getMessage(), UNTIL_TOOL_IS_BACK, true);
        } catch (FileNotFoundException e) {
            throw new TranscriberUnavailable("the recording is not on the disk any more", Duration.ZERO, false);
        }
    }

    private SpeechSound sound(Clip clip) {
        return switch (clip) {
            case Clip.WholeFile whole -> new SpeechSound.Whole(whole.file(), kind(whole.container()));
            case Clip.Piece(var piece) -> new SpeechSound.Piece(piece, encoder);
        };
    }

    private static SpeechUpload.Kind kind(String container) {
        return SpeechUpload.Kind.of(container)
                .orElseThrow(() -> new IllegalArgumentException(container + " files are not sent as they are"));
    }
}
