package app.aisha.bot.gallery;

import app.aisha.bot.Desk;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.routing.InMemoryChatMemory;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.User;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.ExportPictures;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureExamples;
import app.aisha.core.picture.PictureFiles;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.picture.Recipe;
import app.aisha.core.picture.Subject;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The dialogs of a desk that are about the gallery, and pictures in it. */
public final class GalleryRoom {

    /** As little as makes two parts of a page. */
    public static final ExportPictures.Limits LIMITS = new ExportPictures.Limits(10, 10_000_000);

    /** Of a feature that makes pictures, as if there were one. */
    private static final Button MAKING = new Button(new GalleryText.GalleryButton(), new GalleryAction.Open());

    private static final PixelSize SIZE = PixelSize.of(AspectRatio.SQUARE);

    public final InMemoryMediaStore media = new InMemoryMediaStore();
    public final InMemoryChatMemory memory = new InMemoryChatMemory();

    private final Desk desk;
    private final DirectTransactions transactions;
    private final ScratchFolders scratch = new ScratchFolders(
            Path.of("target", "gallery-" + ProcessHandle.current().pid()));

    public GalleryRoom(Desk desk, DirectTransactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    public List<Dialog> dialogs() {
        var pictures = desk.pictures;
        var views = new RememberedViews(memory);
        var pages = new GalleryPages(pictures, desk.clock);
        var sheets = new Sheets(new WrittenSheets(), media, scratch);
        var names = new FilterWords(desk.avatars);
        var screens = new GalleryScreens(pages, sheets, names, buttons());
        var deletePictures = new DeletePictures(pictures, desk.jobs, transactions);
        return List.of(
                new GalleryDialog(views, screens, new FilterScreens(pictures)),
                new ShownDialog(
                        pictures,
                        new KeepPicture(pictures, transactions),
                        deletePictures,
                        views,
                        new ShownScreens(pages, desk.pictureOrders, names, buttons(), new Texts()),
                        screens),
                new ChoiceDialog(
                        new ExportPictures(pictures, pictures, LIMITS),
                        deletePictures,
                        views,
                        pages,
                        new ChoiceScreens(pages, sheets, new Texts(), desk.clock),
                        screens));
    }

    private static PictureButtons buttons() {
        return new PictureButtons() {

            @Override
            public List<List<Button>> under(Picture.Ready picture) {
                return List.of(List.of(MAKING));
            }

            @Override
            public List<Button> beginnings() {
                return List.of(MAKING);
            }
        };
    }

    /** A picture made now, of a megabyte, whose thumbnail holds its prompt. */
    public Picture.Ready made(User owner, Subject subject, String prompt) {
        return made(owner, subject, prompt, Optional.empty());
    }

    /** A picture made now, whose owner read this. */
    Picture.Ready made(User owner, Subject subject, String prompt, Optional<String> reading) {
        var id = new PictureId(desk.ids.next());
        var folder = "users/%s/pictures/%s/".formatted(owner.id().value(), id.value());
        var files = new PictureFiles(
                new MediaKey(folder + "picture.png"),
                new MediaKey(folder + "thumbnail.jpg"),
                SIZE,
                1_000_000,
                "image/png",
                "00");
        store(files.thumbnail(), prompt);
        store(files.picture(), prompt + " in full");
        var recipe = new Recipe(subject, prompt, AspectRatio.SQUARE, Quality.BALANCED, 7);
        var heading = new Picture.Heading(
                id, owner.id(), new OrderId(desk.ids.next()), 1, recipe, Optional.empty(), desk.clock.instant(), 1);
        return PictureExamples.stored(desk.pictures, desk.pictureOrders, new Picture.Queued(heading), reading, files);
    }

    private void store(MediaKey key, String content) {
        try (var folder = scratch.open()) {
            media.put(key, Files.writeString(folder.path().resolve("file"), content), "image/jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    public Picture.Ready now(Picture.Ready picture) {
        return (Picture.Ready) desk.pictures.find(picture.id()).orElseThrow();
    }
}
