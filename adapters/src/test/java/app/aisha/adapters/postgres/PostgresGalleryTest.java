package app.aisha.adapters.postgres;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.GalleryContract;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.Pictures;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

class PostgresGalleryTest implements GalleryContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresUsers users =
            new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));

    @Override
    public Gallery gallery() {
        return new PostgresGallery(DATABASE);
    }

    @Override
    public Pictures pictures() {
        return new PostgresPictures(DATABASE);
    }

    @Override
    public PictureOrders orders() {
        return new PostgresPictureOrders(DATABASE);
    }

    @Override
    public Avatars avatars() {
        return new PostgresAvatars(DATABASE);
    }

    @Override
    public UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }
}
