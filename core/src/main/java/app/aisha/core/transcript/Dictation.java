package app.aisha.core.transcript;

import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.SoundCutter.Wanted;
import app.aisha.core.transcript.SoundInspector.Inspection;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hears a short voice message that is an instruction and not a recording to keep. Keeps nothing and costs nothing. Thread-safe. */
public final class Dictation {

    /** What is said after this is not heard. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private final SoundInspector inspector;
    private final SoundCutter cutter;
    private final Transcriber transcriber;

    public Dictation(SoundInspector inspector, SoundCutter cutter, Transcriber transcriber) {
        this.inspector = inspector;
        this.cutter = cutter;
        this.transcriber = transcriber;
    }

    /** What came of it. */
    public sealed interface Heard {

        record Words(String text) implements Heard {}

        record Nothing() implements Heard {}

        record Unreadable() implements Heard {}
    }

    public Heard listen(Path file) throws TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        if (!(inspector.inspect(file) instanceof Inspection.Sound sound)) {
            return new Heard.Unreadable();
        }
        var hints = new Hints(Optional.empty());
        if (transcriber.acceptsAsIs(
                        sound.container(), sound.length(), file.toFile().length())
                && sound.length().compareTo(LONGEST) <= 0
                && transcriber.transcribe(new Clip.WholeFile(file, sound.container(), sound.length()), hints)
                        instanceof Hearing.Heard heard) {
            return said(heard.text());
        }
        try {
            return said(inPieces(file, sound, hints));
        } catch (SoundUnreadable _) {
            return new Heard.Unreadable();
        }
    }

    private String inPieces(Path file, Inspection.Sound sound, Hints hints)
            throws SoundUnreadable, TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        var pieces = new ArrayList<SoundPiece>();
        cutter.cut(file, Wanted.all(sound.length()), piece -> {
            pieces.add(piece);
            return piece.end().compareTo(LONGEST) < 0;
        });
        var texts = new ArrayList<String>();
        for (var piece : pieces) {
            if (!piece.voiced().isZero()
                    && transcriber.transcribe(new Clip.Piece(piece), hints) instanceof Hearing.Heard heard) {
                texts.add(heard.text().strip());
            }
        }
        return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private static Heard said(String text) {
        return text.isBlank() ? new Heard.Nothing() : new Heard.Words(text.strip());
    }
}
