package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import java.util.UUID;

class InMemoryPictureOrdersTest implements PictureOrdersContract {

    private final InMemoryPictureOrders orders = new InMemoryPictureOrders();

    @Override
    public PictureOrders orders() {
        return orders;
    }

    @Override
    public UserId someone() {
        return new UserId(UUID.randomUUID());
    }
}
