package app.aisha.core.picture;

import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PhotoInspector.Finding;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.media.RemoteFiles.Download;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import app.aisha.core.transcript.Dictation;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.nio.file.Path;
import java.util.Optional;

/** Gets what a wish is told by: words, a picture, a voice, photos of the subject. */
public final class FetchWish {

    private final RemoteFiles remoteFiles;
    private final PhotoInspector inspector;
    private final Dictation dictation;
    private final MediaStore media;

    public FetchWish(RemoteFiles remoteFiles, PhotoInspector inspector, Dictation dictation, MediaStore media) {
        this.remoteFiles = remoteFiles;
        this.inspector = inspector;
        this.dictation = dictation;
        this.media = media;
    }

    /** What came of it. */
    sealed interface Fetched {

        record Words(String text) implements Fetched {}

        record Picture(Path jpeg, Optional<String> words) implements Fetched {}

        record Change(String sentence) implements Fetched {}

        record Trouble(PictureNotice.Trouble trouble) implements Fetched {}
    }

    /** The files are in the folder. Photos of the subject are in our store afterwards. */
    Fetched fetch(PictureOrder.Composing order, Path folder)
            throws RemoteFilesUnavailable, MediaUnavailable, TranscriberUnavailable, SoundToolUnavailable,
                    InterruptedException {
        return switch (order.wish()) {
            case Wish.Words(var text) -> new Fetched.Words(text);
            case Wish.Change(var sentence) -> new Fetched.Change(sentence);
            case Wish.Reference(var file, var words) -> picture(file, words, folder);
            case Wish.Spoken(var file) -> voice(file, folder);
            case Wish.OfSentPhotos photosAndWords -> subject(order.heading().subject(), photosAndWords, folder);
        };
    }

    private Fetched picture(String file, Optional<String> words, Path folder)
            throws RemoteFilesUnavailable, InterruptedException {
        var sent = folder.resolve("sent");
        var copy = folder.resolve("copy.jpg");
        return remoteFiles.download(file, sent) instanceof Download.Fetched
                        && inspector.inspect(sent, copy, folder.resolve("small.jpg")) instanceof Finding.Seen
                ? new Fetched.Picture(copy, words)
                : new Fetched.Trouble(PictureNotice.Trouble.UNREADABLE);
    }

    private Fetched voice(String file, Path folder)
            throws RemoteFilesUnavailable, TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        var sent = folder.resolve("sent");
        if (!(remoteFiles.download(file, sent) instanceof Download.Fetched)) {
            return new Fetched.Trouble(PictureNotice.Trouble.UNREADABLE);
        }
        return switch (dictation.listen(sent)) {
            case Dictation.Heard.Words(var text) ->
                new Fetched.Words(text.substring(0, Math.min(text.length(), Wish.LONGEST)));
            case Dictation.Heard.Nothing _ -> new Fetched.Trouble(PictureNotice.Trouble.NOTHING_SAID);
            case Dictation.Heard.Unreadable _ -> new Fetched.Trouble(PictureNotice.Trouble.UNREADABLE);
        };
    }

    private Fetched subject(Subject subject, Wish.OfSentPhotos wish, Path folder)
            throws RemoteFilesUnavailable, MediaUnavailable, InterruptedException {
        if (!(subject instanceof Subject.OfPhotos(var keys))) {
            return new Fetched.Words(wish.text());
        }
        for (var i = 0; i < keys.size(); i++) {
            var sent = folder.resolve("sent-" + i);
            var copy = folder.resolve("copy-%d.jpg".formatted(i));
            var small = folder.resolve("small-%d.jpg".formatted(i));
            if (!(remoteFiles.download(wish.files().get(i), sent) instanceof Download.Fetched)
                    || !(inspector.inspect(sent, copy, small) instanceof Finding.Seen)) {
                return new Fetched.Trouble(PictureNotice.Trouble.UNREADABLE);
            }
            media.put(keys.get(i), copy, "image/jpeg");
        }
        return new Fetched.Words(wish.text());
    }
}
