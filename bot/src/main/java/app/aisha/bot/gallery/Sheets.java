package app.aisha.bot.gallery;

import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.ContactSheets;
import app.aisha.core.picture.ContactSheets.Frame;
import app.aisha.core.picture.ContactSheets.Mark;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts contact sheets above screens. Thread-safe. */
public final class Sheets {

    private final ContactSheets sheets;
    private final MediaStore media;
    private final ScratchFolders scratch;

    public Sheets(ContactSheets sheets, MediaStore media, ScratchFolders scratch) {
        this.sheets = sheets;
        this.media = media;
        this.scratch = scratch;
    }

    /** A place on a sheet. */
    record Place(int number, app.aisha.core.picture.Picture.Ready picture, boolean chosen) {

        private Mark mark() {
            return chosen ? Mark.CHOSEN : picture.favourite() ? Mark.FAVOURITE : Mark.NONE;
        }
    }

    /** The screen with the sheet; without it where the store does not answer. */
    Screen above(Screen screen, List<Place> places) {
        try (var folder = scratch.open()) {
            var frames = new ArrayList<Frame>();
            for (var place : places) {
                frames.add(new Frame(place.number(), thumbnail(place, folder.path()), place.mark()));
            }
            var sheet = folder.path().resolve("sheet.jpg");
            sheets.draw(frames, sheet);
            return screen.with(Picture.jpeg(Files.readAllBytes(sheet)));
        } catch (MediaUnavailable _) {
            return screen;
        } catch (IOException e) {
            throw new UncheckedIOException("A contact sheet cannot be read", e);
        }
    }

    private Optional<Path> thumbnail(Place place, Path folder) throws MediaUnavailable {
        var file = folder.resolve(place.number() + ".jpg");
        return media.fetch(place.picture().files().thumbnail(), file) ? Optional.of(file) : Optional.empty();
    }
}
