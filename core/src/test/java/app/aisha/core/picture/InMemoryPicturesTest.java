package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.InMemoryAvatars;
import java.util.UUID;

class InMemoryPicturesTest implements PicturesContract {

    private final InMemoryAvatars avatars = new InMemoryAvatars();
    private final InMemoryPictureOrders orders = new InMemoryPictureOrders();
    private final InMemoryPictures pictures = new InMemoryPictures(orders, avatars);

    @Override
    public Pictures pictures() {
        return pictures;
    }

    @Override
    public PictureOrders orders() {
        return orders;
    }

    @Override
    public UserId someone() {
        return new UserId(UUID.randomUUID());
    }
}
