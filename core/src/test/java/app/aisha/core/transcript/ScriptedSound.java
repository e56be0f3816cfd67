package app.aisha.core.transcript;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sound as the test describes it: looked into and cut without looking at any byte. */
public final class ScriptedSound implements SoundInspector, SoundCutter {

    private static final Duration PIECE = Duration.ofSeconds(45);

    private volatile List<Track> tracks = List.of(Track.ALL);
    private volatile Inspection inspection = new Inspection.Sound("ogg", Duration.ofSeconds(30), 1);
    private volatile List<SoundPiece> pieces = List.of();
    private volatile boolean toolAway;
    private volatile boolean broken;

    public void is(Inspection found) {
        inspection = found;
    }

    /** A recording of so many pieces of 45 s. */
    public void isLong(int count) {
        inspection = new Inspection.Sound("ogg", PIECE.multipliedBy(count), 1);
        var cut = new ArrayList<SoundPiece>();
        for (var i = 0; i < count; i++) {
            cut.add(piece(i, PIECE));
        }
        pieces = cut;
    }

    /** A recording of one piece. */
    public void isShort(Duration length) {
        inspection = new Inspection.Sound("ogg", length, 1);
        pieces = List.of(
                new SoundPiece(0, Duration.ZERO, length, Duration.ZERO, length, List.of(), ByteBuffer.allocate(0)));
    }

    /** Nothing can be heard in this piece. */
    public void isSilentAt(int index) {
        pieces = pieces.stream()
                .map(piece -> piece.index() == index ? piece(index, Duration.ZERO) : piece)
                .toList();
    }

    /** It has a voice on either side. */
    public void isStereo() {
        tracks = List.of(Track.LEFT, Track.RIGHT);
    }

    /** What is behind the pieces cannot be decoded. */
    public void breaksOff() {
        broken = true;
    }

    public void toolIsAway(boolean away) {
        toolAway = away;
    }

    private static SoundPiece piece(int index, Duration voiced) {
        return new SoundPiece(
                index,
                PIECE.multipliedBy(index),
                PIECE.multipliedBy(index + 1),
                Duration.ZERO,
                voiced,
                List.of(),
                ByteBuffer.allocate(0));
    }

    @Override
    public Inspection inspect(Path file) throws SoundToolUnavailable {
        checkTool();
        return inspection;
    }

    @Override
    public List<Track> tracks(Path file) throws SoundToolUnavailable {
        checkTool();
        return tracks;
    }

    @Override
    public void cut(Path file, Wanted wanted, Listener listener)
            throws SoundUnreadable, SoundToolUnavailable, InterruptedException {
        checkTool();
        for (var piece : pieces) {
            if (!listener.piece(piece)) {
                return;
            }
        }
        if (broken) {
            throw new SoundUnreadable("cut off");
        }
    }

    private void checkTool() throws SoundToolUnavailable {
        if (toolAway) {
            throw new SoundToolUnavailable("no ffmpeg here", null);
        }
    }
}
