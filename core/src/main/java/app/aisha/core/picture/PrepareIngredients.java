package app.aisha.core.picture;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.PaintingOrder.Ingredients;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.Transactions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Finds where the painter gets what it has to know of the subject. */
public final class PrepareIngredients {

    private final Avatars avatars;
    private final MediaStore media;
    private final Painter painter;
    private final ScratchFolders scratch;
    private final Transactions transactions;
    private final PaintingSettings settings;

    public PrepareIngredients(
            Avatars avatars,
            MediaStore media,
            Painter painter,
            ScratchFolders scratch,
            Transactions transactions,
            PaintingSettings settings) {
        this.avatars = avatars;
        this.media = media;
        this.painter = painter;
        this.scratch = scratch;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What came of it. */
    sealed interface Prepared {

        record Order(PaintingOrder order) implements Prepared {}

        record Gone(PictureProblem problem, String why) implements Prepared {}
    }

    Prepared prepare(Picture picture) throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        var recipe = picture.heading().recipe();
        return switch (recipe.subject()) {
            case Subject.OfAvatar(var avatar) ->
                avatars.find(avatar, picture.owner()).orElse(null) instanceof Avatar.Ready ready
                        ? new Prepared.Order(order(
                                ready.plan().recipe().backend().generator(),
                                recipe,
                                new Ingredients.Model(ready.model().loraAt())))
                        : new Prepared.Gone(PictureProblem.MODEL_GONE, "the avatar is no more");
            case Subject.OfPhotos(var photos) -> {
                var addresses = upload(photos);
                yield addresses.size() == photos.size()
                        ? new Prepared.Order(order(settings.instant(), recipe, new Ingredients.Photos(addresses)))
                        : new Prepared.Gone(PictureProblem.PHOTOS_UNUSABLE, "a photo is no longer in the store");
            }
        };
    }

    /** Gives the painter the weights once more, from our store, unless that was done since. False where it is impossible. */
    boolean handOverAgain(Picture.Painting painting, Picture.Request.Asked asked)
            throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        if (!(painting.heading().recipe().subject() instanceof Subject.OfAvatar(var id))
                || !(avatars.find(id, painting.owner()).orElse(null) instanceof Avatar.Ready ready)) {
            return false;
        }
        if (!asked.input().contains(ready.model().loraAt().toString())) {
            return true;
        }
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("lora.safetensors");
            if (!media.fetch(ready.model().lora(), file)) {
                return false;
            }
            var address = painter.upload(file, id.value() + ".safetensors");
            relocate(id, address);
            return true;
        }
    }

    private void relocate(AvatarId id, URI address) {
        transactions.run(() -> {
            if (avatars.lock(id).orElse(null) instanceof Avatar.Ready ready) {
                avatars.save(ready.relocated(address));
            }
        });
    }

    private List<URI> upload(List<MediaKey> photos) throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        var addresses = new ArrayList<URI>();
        try (var folder = scratch.open()) {
            for (var photo : photos) {
                var file = folder.path().resolve("photo-%d.jpg".formatted(addresses.size()));
                if (!media.fetch(photo, file)) {
                    return addresses;
                }
                addresses.add(painter.upload(file, file.getFileName().toString()));
            }
        }
        return addresses;
    }

    private static PaintingOrder order(String endpoint, Recipe recipe, Ingredients ingredients) {
        return new PaintingOrder(
                endpoint,
                ingredients,
                recipe.prompt(),
                recipe.ratio(),
                PixelSize.of(recipe.ratio()),
                recipe.quality(),
                recipe.seed());
    }
}
