package app.aisha.core.transcript;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.media.RemoteFiles.Download;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import app.aisha.core.transcript.SoundInspector.Inspection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Brings a recording to our side: fetched, looked into, stored. */
public final class FetchOriginal {

    /** What the fetching came to. */
    public sealed interface Outcome {

        record Stored(Original original) implements Outcome {}

        /** It is a text; nothing has to be listened to. */
        record Read(Original original, List<Passage> passages) implements Outcome {}

        record Rejected(RecordingProblem problem) implements Outcome {}
    }

    private final RemoteFiles remoteFiles;
    private final MediaStore media;
    private final SoundInspector inspector;
    private final TextFiles textFiles;
    private final RecordingLimits limits;

    public FetchOriginal(
            RemoteFiles remoteFiles,
            MediaStore media,
            SoundInspector inspector,
            TextFiles textFiles,
            RecordingLimits limits) {
        this.remoteFiles = remoteFiles;
        this.media = media;
        this.inspector = inspector;
        this.textFiles = textFiles;
        this.limits = limits;
    }

    /**
     * Leaves the bytes in the target file too. Any number of runs give the same key. What is listened to once more is copied
     * from our own store; Telegram is asked only where it is gone from there.
     */
    public Outcome fetch(Transcript.Queued queued, Path target)
            throws RemoteFilesUnavailable, MediaUnavailable, SoundToolUnavailable, InterruptedException {
        var stored = queued.heading().recording().stored();
        if (stored.isPresent() && media.fetch(stored.get(), target)) {
            return inspect(queued, target);
        }
        return switch (remoteFiles.download(queued.heading().recording().file(), target)) {
            case Download.TooLarge _ -> new Outcome.Rejected(RecordingProblem.TOO_LARGE);
            case Download.Gone _ -> new Outcome.Rejected(RecordingProblem.GONE);
            case Download.Fetched _ -> inspect(queued, target);
        };
    }

    /** Brings the stored bytes back into the target file; false where they are gone. */
    public boolean fetchAgain(Original original, Path target) throws MediaUnavailable {
        return media.fetch(original.key(), target);
    }

    private Outcome inspect(Transcript.Queued queued, Path file)
            throws MediaUnavailable, SoundToolUnavailable, InterruptedException {
        return switch (inspector.inspect(file)) {
            case Inspection.NoSound(var problem) -> read(queued, file, problem);
            case Inspection.Sound sound
            when sound.length().compareTo(limits.length()) > 0 -> new Outcome.Rejected(RecordingProblem.TOO_LONG);
            case Inspection.Sound sound -> new Outcome.Stored(store(queued, file, sound.container(), sound.length()));
        };
    }

    /** Whatever the inspector took a text for: what it says of files without sound is about recordings. */
    private Outcome read(Transcript.Queued queued, Path file, RecordingProblem problem) throws MediaUnavailable {
        return switch (textFiles.read(file)) {
            case TextFiles.Reading.NoText _ -> new Outcome.Rejected(problem);
            case TextFiles.Reading.Unreadable(var why) -> new Outcome.Rejected(why);
            case TextFiles.Reading.Read(var format, var passages) ->
                new Outcome.Read(store(queued, file, format.container(), end(passages)), passages);
        };
    }

    private static Duration end(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.place().stream())
                .map(Stretch::end)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Original store(Transcript.Queued queued, Path file, String container, Duration length)
            throws MediaUnavailable {
        var key = new MediaKey("users/%s/recordings/%s/original.%s"
                .formatted(queued.owner().value(), queued.id().value(), container));
        media.put(key, file, "application/octet-stream");
        return new Original(key, container, length);
    }
}
