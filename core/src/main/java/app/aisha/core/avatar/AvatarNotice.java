package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What is told about an avatar without being asked this moment. */
public sealed interface AvatarNotice extends Notice {

    AvatarId avatar();

    @Override
    default boolean last() {
        return false;
    }

    /**
     * What became of photos that came together.
     *
     * @param batch of {@link AvatarPhoto.Heading#batch()}; has a message of its own
     */
    record PhotosChecked(UserId recipient, AvatarId avatar, long batch) implements AvatarNotice {

        @Override
        public String anchor() {
            return "avatar:%s:photos:%d".formatted(avatar.value(), batch);
        }
    }

    /** How a training is coming along; what it says is read off the avatar. */
    record Progressed(UserId recipient, AvatarId avatar, int attempt) implements AvatarNotice {

        @Override
        public String anchor() {
            return "avatar:%s:training:%d".formatted(avatar.value(), attempt);
        }
    }

    /**
     * A training is over: ready, failed or cancelled, as the avatar says. A message of its own, because an edit rings no bell.
     *
     * @param version of the avatar at its end; each end has a message, also that of a training that came after all
     */
    record Over(UserId recipient, AvatarId avatar, int version) implements AvatarNotice {

        @Override
        public String anchor() {
            return "avatar:%s:over:%d".formatted(avatar.value(), version);
        }

        @Override
        public boolean last() {
            return true;
        }
    }
}
