package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What is told about an avatar without being asked this moment. */
public sealed interface AvatarNotice extends Notice {

    AvatarId avatar();

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

        @Override
        public boolean last() {
            return false;
        }
    }

    /** How a training is coming along; what it says is read off the avatar. */
    record Progressed(UserId recipient, AvatarId avatar, int attempt) implements AvatarNotice {

        @Override
        public String anchor() {
            return training(avatar, attempt);
        }

        @Override
        public boolean last() {
            return false;
        }
    }

    /** A training is over: ready, failed or cancelled, as the avatar says. A message of its own, because an edit rings no bell. */
    record Over(UserId recipient, AvatarId avatar, int attempt) implements AvatarNotice {

        @Override
        public String anchor() {
            return training(avatar, attempt) + ":over";
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    private static String training(AvatarId avatar, int attempt) {
        return "avatar:%s:training:%d".formatted(avatar.value(), attempt);
    }
}
