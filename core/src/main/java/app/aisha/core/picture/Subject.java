package app.aisha.core.picture;

import app.aisha.core.avatar.AvatarId;
import app.aisha.core.media.MediaKey;
import java.util.List;

/** Who is in a picture. */
public sealed interface Subject {

    /** A trained avatar. */
    record OfAvatar(AvatarId avatar) implements Subject {}

    /** Somebody on one to four photos, without a training. */
    record OfPhotos(List<MediaKey> photos) implements Subject {

        /** The most photos the painters of this kind take. */
        public static final int MOST = 4;

        public OfPhotos {
            photos = List.copyOf(photos);
            if (photos.isEmpty() || photos.size() > MOST) {
                throw new IllegalArgumentException("One to four photos, not " + photos.size());
            }
        }
    }
}
