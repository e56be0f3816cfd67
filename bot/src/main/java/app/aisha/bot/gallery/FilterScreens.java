package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.Gallery.OfAvatar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What asks for a filter, and the figures. */
public final class FilterScreens {

    /** So many avatars have a button or a line; there are few. */
    private static final int AVATARS = 50;

    private static final int LINES = 10;
    private static final long MEGABYTE = 1_000_000;

    private final Gallery gallery;

    public FilterScreens(Gallery gallery) {
        this.gallery = gallery;
    }

    Screen avatars(View view, User user) {
        var avatars = gallery.figures(user.id()).avatars();
        var screen = Screen.saying(avatars.isEmpty() ? new GalleryText.NoAvatars() : new GalleryText.AskAvatar());
        for (var avatar : avatars.stream().limit(AVATARS).toList()) {
            var chosen = Optional.of(avatar.avatar());
            screen = screen.button(
                    on(view.avatar().equals(chosen), item(avatar)), new GalleryAction.OfAvatar(view.number(), chosen));
        }
        return back(
                screen.button(
                        on(view.avatar().isEmpty(), new GalleryText.AnyAvatarItem()),
                        new GalleryAction.OfAvatar(view.number(), Optional.empty())),
                view);
    }

    private static Text item(OfAvatar avatar) {
        return new GalleryText.AvatarItem(FilterWords.name(avatar.name()), (int) avatar.pictures());
    }

    static Screen periods(View view) {
        var buttons = Stream.of(Period.values())
                .map(period -> new Button(
                        on(view.period() == period, item(period)), new GalleryAction.Since(view.number(), period)))
                .toArray(Button[]::new);
        return back(Screen.saying(new GalleryText.AskPeriod()).rows(2, buttons), view);
    }

    private static Text item(Period period) {
        return switch (period) {
            case EVER -> new GalleryText.EverItem();
            case TODAY -> new GalleryText.TodayItem();
            case WEEK -> new GalleryText.WeekItem();
            case MONTH -> new GalleryText.MonthItem();
        };
    }

    private static Text on(boolean on, Text item) {
        return on ? new GalleryText.OnItem(item) : item;
    }

    static Screen askWords(Text question, View view) {
        var screen = Screen.saying(question);
        return back(
                view.words().isEmpty()
                        ? screen
                        : screen.button(new GalleryText.AnyWordsButton(), new GalleryAction.AnyWords(view.number())),
                view);
    }

    Screen figures(View view, User user) {
        var figures = gallery.figures(user.id());
        var first = figures.first()
                .<Text>map(at -> new GalleryText.FirstMade(at.atZone(user.zone())))
                .orElseGet(MenuText.Nothing::new);
        return back(
                Screen.saying(new GalleryText.Figures(
                        (int) figures.pictures(),
                        (int) figures.favourites(),
                        (int) Math.ceilDiv(figures.bytes(), MEGABYTE),
                        first,
                        lines(figures.avatars()))),
                view);
    }

    private static Text lines(List<OfAvatar> avatars) {
        var lines = avatars.stream()
                .limit(LINES)
                .<Text>map(
                        avatar -> new GalleryText.AvatarLine(FilterWords.name(avatar.name()), (int) avatar.pictures()));
        return MenuText.all(
                avatars.size() > LINES
                        ? Stream.concat(lines, Stream.of(new GalleryText.MoreAvatars(avatars.size() - LINES)))
                        : lines);
    }

    private static Screen back(Screen screen, View view) {
        return screen.button(
                new GalleryText.BackToGalleryButton(), Place.first(view).browse());
    }
}
