package app.aisha.adapters.openai;

import static java.util.stream.Collectors.joining;

import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hears in the pieces of a conversation every word of the voice that is on their track, and tells no times. */
final class ToneEar implements Transcriber {

    private static final int LOUD = 1_000;
    private static final double NANOS = 1e9;

    private final ToneSpeech speech;

    ToneEar(ToneSpeech speech) {
        this.speech = speech;
    }

    @Override
    public Hearing transcribe(Clip clip, Hints hints) {
        var piece = ((Clip.Piece) clip).piece();
        var voice = loudShare(piece, 0) > loudShare(piece, 1) ? 0 : 1;
        return new Hearing.Heard(
                within(piece, voice).stream().map(ToneSpeech.Said::text).collect(joining(" ")),
                Optional.of("en"),
                List.of());
    }

    private List<ToneSpeech.Said> within(SoundPiece piece, int voice) {
        return speech.words().stream()
                .filter(word -> word.voice() == voice)
                .filter(word -> middle(word) >= seconds(piece.start()) && middle(word) < seconds(piece.end()))
                .toList();
    }

    private double loudShare(SoundPiece piece, int voice) {
        return within(piece, voice).stream()
                .mapToInt(word -> isLoud(piece, middle(word) - seconds(piece.start())) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static boolean isLoud(SoundPiece piece, double moment) {
        var sample = (int) (moment * SoundPiece.SAMPLES_PER_SECOND);
        for (var i = Math.max(0, sample - 160);
                i < sample && 2 * i + 1 < piece.samples().limit();
                i++) {
            if (Math.abs(piece.samples().getShort(2 * i)) > LOUD) {
                return true;
            }
        }
        return false;
    }

    private static double middle(ToneSpeech.Said word) {
        return (word.start() + word.end()) / 2;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    @Override
    public boolean acceptsAsIs(String container, Duration length, long bytes) {
        return false;
    }
}
