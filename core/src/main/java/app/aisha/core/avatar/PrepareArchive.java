package app.aisha.core.avatar;

import app.aisha.core.media.FlatArchive;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.ProviderUnavailable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** Packs the photos of an avatar and hands them to the trainer. */
public final class PrepareArchive {

    private final AvatarPhotos photos;
    private final MediaStore media;
    private final AvatarTrainer trainer;

    public PrepareArchive(AvatarPhotos photos, MediaStore media, AvatarTrainer trainer) {
        this.photos = photos;
        this.media = media;
        this.trainer = trainer;
    }

    /**
     * Where the trainer finds it.
     *
     * @param folder for what is needed meanwhile
     * @return empty where a photo is no longer in the store
     */
    public Optional<URI> prepare(Avatar.Queued queued, Path folder)
            throws MediaUnavailable, ProviderUnavailable, InterruptedException {
        var archive = folder.resolve("photos.zip");
        return pack(queued.id(), archive) ? Optional.of(trainer.upload(archive, name(queued))) : Optional.empty();
    }

    /** Tells trainings apart in the trainer's lists. */
    static String name(Avatar.Queued queued) {
        return "avatar-%s-%d.zip".formatted(queued.id().value(), queued.plan().attempt());
    }

    /** An archive of {@code 01.jpg}, {@code 02.jpg}, …. False where a photo is gone. */
    private boolean pack(AvatarId avatar, Path archive) throws MediaUnavailable {
        var entries = new ArrayList<FlatArchive.Entry>();
        CheckAvatarPhoto.usable(photos.of(avatar))
                .forEach(photo ->
                        entries.add(new FlatArchive.Entry(photo.key(), "%02d.jpg".formatted(entries.size() + 1))));
        return FlatArchive.pack(entries, media, archive) == entries.size();
    }
}
