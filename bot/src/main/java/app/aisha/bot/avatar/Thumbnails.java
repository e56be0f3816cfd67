package app.aisha.bot.avatar;

import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Puts small pictures of our store above screens. Thread-safe. */
public final class Thumbnails {

    private final MediaStore media;
    private final ScratchFolders scratch;

    public Thumbnails(MediaStore media, ScratchFolders scratch) {
        this.media = media;
        this.scratch = scratch;
    }

    /** The screen with the picture; without it where the store does not hold it or does not answer. */
    Screen above(Screen screen, Optional<MediaKey> thumbnail) {
        return thumbnail.flatMap(this::picture).map(screen::with).orElse(screen);
    }

    private Optional<Picture> picture(MediaKey key) {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("thumbnail");
            return media.fetch(key, file) ? Optional.of(Picture.jpeg(Files.readAllBytes(file))) : Optional.empty();
        } catch (MediaUnavailable _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A thumbnail cannot be read", e);
        }
    }
}
