package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.Transactions;

/** Takes a photo out of a draft, with its files. */
public final class RemoveAvatarPhoto {

    private final Avatars avatars;
    private final AvatarPhotos photos;
    private final MediaStore media;
    private final Transactions transactions;

    public RemoveAvatarPhoto(Avatars avatars, AvatarPhotos photos, MediaStore media, Transactions transactions) {
        this.avatars = avatars;
        this.photos = photos;
        this.media = media;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * Gone.
         *
         * @param place where it was among the photos of its avatar, from 0
         */
        record Removed(AvatarId avatar, int place) implements Outcome {}

        /** The photos of this avatar are being used. */
        record InUse(AvatarId avatar) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** A file whose removal fails is left in the store; its key is under the avatar's folder, which goes with the avatar. */
    public Outcome remove(PhotoId id, UserId owner) throws MediaUnavailable {
        var photo = photos.find(id, owner).orElse(null);
        if (photo == null) {
            return new Outcome.Unknown();
        }
        var place = photos.of(photo.avatar()).indexOf(photo);
        var removed = transactions.call(() -> avatars.lock(photo.avatar())
                .filter(Avatar.Draft.class::isInstance)
                .map(_ -> photos.delete(id))
                .orElse(false));
        if (!removed) {
            return new Outcome.InUse(photo.avatar());
        }
        media.delete(photo.heading().key());
        media.delete(photo.heading().thumbnail());
        return new Outcome.Removed(photo.avatar(), place);
    }
}
