package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import java.util.UUID;

class InMemoryAvatarsTest implements AvatarsContract {

    private final InMemoryAvatars twin = new InMemoryAvatars();

    @Override
    public Avatars avatars() {
        return twin;
    }

    @Override
    public AvatarPhotos photos() {
        return twin;
    }

    @Override
    public UserId someone() {
        return new UserId(UUID.randomUUID());
    }
}
