package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Picturequality;
import app.aisha.adapters.postgres.generated.enums.Pictureratio;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Subject;
import app.aisha.core.wallet.Prices.Quality;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What orders and pictures have in common, as columns and back. */
final class RecipeColumns {

    private RecipeColumns() {}

    static @Nullable UUID avatar(Subject subject) {
        return switch (subject) {
            case Subject.OfAvatar(var avatar) -> avatar.value();
            case Subject.OfPhotos _ -> null;
        };
    }

    static String @Nullable [] photos(Subject subject) {
        return switch (subject) {
            case Subject.OfAvatar _ -> null;
            case Subject.OfPhotos(var photos) ->
                photos.stream().map(MediaKey::value).toArray(String[]::new);
        };
    }

    static Subject subject(@Nullable UUID avatar, String @Nullable [] photos) {
        return Optional.ofNullable(photos)
                .<Subject>map(keys -> new Subject.OfPhotos(
                        Arrays.stream(keys).map(MediaKey::new).toList()))
                .orElseGet(() -> new Subject.OfAvatar(
                        new AvatarId(Optional.ofNullable(avatar).orElseThrow())));
    }

    static Pictureratio column(AspectRatio ratio) {
        return switch (ratio) {
            case SQUARE -> Pictureratio.square;
            case PORTRAIT -> Pictureratio.portrait;
            case LANDSCAPE -> Pictureratio.landscape;
            case TALL -> Pictureratio.tall;
            case WIDE -> Pictureratio.wide;
        };
    }

    static AspectRatio ratio(Pictureratio column) {
        return switch (column) {
            case square -> AspectRatio.SQUARE;
            case portrait -> AspectRatio.PORTRAIT;
            case landscape -> AspectRatio.LANDSCAPE;
            case tall -> AspectRatio.TALL;
            case wide -> AspectRatio.WIDE;
        };
    }

    static Picturequality column(Quality quality) {
        return switch (quality) {
            case FAST -> Picturequality.fast;
            case BALANCED -> Picturequality.balanced;
            case QUALITY -> Picturequality.quality;
        };
    }

    static Quality quality(Picturequality column) {
        return switch (column) {
            case fast -> Quality.FAST;
            case balanced -> Quality.BALANCED;
            case quality -> Quality.QUALITY;
        };
    }
}
