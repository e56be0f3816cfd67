package app.aisha.bot.gallery;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import java.util.ArrayList;

/** Says what is filtered, and how avatars are called. */
public final class FilterWords {

    private static final int NAME = 30;

    private final Avatars avatars;

    public FilterWords(Avatars avatars) {
        this.avatars = avatars;
    }

    /** Nothing where all is shown. */
    Text line(View view, User user) {
        if (view.equals(View.ALL)) {
            return new MenuText.Nothing();
        }
        var parts = new ArrayList<Text>();
        view.avatar().ifPresent(avatar -> parts.add(new GalleryText.FilteredAvatar(name(avatar, user.id()))));
        if (view.favourites()) {
            parts.add(new GalleryText.FilteredFavourites());
        }
        parts.add(
                switch (view.period()) {
                    case EVER -> new MenuText.Nothing();
                    case TODAY -> new GalleryText.FilteredToday();
                    case WEEK -> new GalleryText.FilteredWeek();
                    case MONTH -> new GalleryText.FilteredMonth();
                });
        view.words().ifPresent(words -> parts.add(new GalleryText.FilteredWords(words)));
        return new GalleryText.Filtered(MenuText.all(parts.stream()));
    }

    Text name(AvatarId avatar, UserId owner) {
        return avatars.find(avatar, owner)
                .map(found -> name(found.heading().name()))
                .orElseGet(GalleryText.GoneAvatar::new);
    }

    static Text name(String name) {
        return name.isBlank() ? new GalleryText.GoneAvatar() : new GalleryText.Name(Shortened.to(NAME, name));
    }
}
