package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pages of the gallery as screens. */
public final class GalleryScreens {

    static final int NUMBERS_IN_A_ROW = 5;

    private final GalleryPages pages;
    private final Sheets sheets;
    private final FilterWords words;
    private final PictureButtons others;

    public GalleryScreens(GalleryPages pages, Sheets sheets, FilterWords words, PictureButtons others) {
        this.pages = pages;
        this.sheets = sheets;
        this.words = words;
        this.others = others;
    }

    Screen page(Place wanted, User user) {
        var page = pages.page(wanted, user);
        if (page.pictures().isEmpty()) {
            return wanted.view().equals(View.ALL) ? noneYet() : nothingHere(wanted.view(), user);
        }
        var place = page.place();
        var numbers = IntStream.range(0, page.pictures().size())
                .mapToObj(i -> new Button(
                        new GalleryText.NumberButton(i + 1),
                        new ShownAction.Look(
                                place.number(),
                                place.after(),
                                page.pictures().get(i).id())))
                .toArray(Button[]::new);
        var screen = Screen.saying(new GalleryText.Overview(count(place.view(), user), words.line(place.view(), user)))
                .rows(NUMBERS_IN_A_ROW, numbers)
                .row(Pages.turning(page.newer().map(Place::browse), page.older().map(Place::browse)));
        var choosing = new ChoiceAction.Choose(place.number(), place.after(), Ticks.none(page.pictures()));
        var complete = filters(screen, place.view())
                .row(
                        new Button(new ChoiceText.ChooseButton(), choosing),
                        new Button(
                                new ChoiceText.FetchAllButton(),
                                new ChoiceAction.FetchAll(place.number(), Optional.empty(), 0)))
                .row(
                        new Button(new GalleryText.FiguresButton(), new GalleryAction.Figures(place.number())),
                        new Button(new MenuText.MenuButton(), new MenuAction.OpenMenu()));
        return sheets.above(
                complete,
                IntStream.range(0, page.pictures().size())
                        .mapToObj(i -> new Sheets.Place(i + 1, page.pictures().get(i), false))
                        .toList());
    }

    private Text count(View view, User user) {
        var count = pages.count(view, user);
        return count.isPresent()
                ? new GalleryText.Pictures(count.getAsInt())
                : new GalleryText.MoreThan(GalleryPages.COUNTED);
    }

    private Screen noneYet() {
        return Screen.saying(new GalleryText.NoneYet())
                .rows(1, others.beginnings().toArray(Button[]::new))
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu());
    }

    private Screen nothingHere(View view, User user) {
        return filters(Screen.saying(new GalleryText.NothingHere(words.line(view, user))), view)
                .button(new MenuText.MenuButton(), new MenuAction.OpenMenu());
    }

    private static Screen filters(Screen screen, View view) {
        var number = view.number();
        var favourites = view.favourites() ? new GalleryText.AllButton() : new GalleryText.FavouritesButton();
        var rows = screen.row(
                        new Button(new GalleryText.AvatarButton(), new GalleryAction.Avatars(number)),
                        new Button(favourites, new GalleryAction.Favourites(number)))
                .row(
                        new Button(new GalleryText.PeriodButton(), new GalleryAction.Periods(number)),
                        new Button(new GalleryText.WordsButton(), new GalleryAction.AskWords(number)));
        return view.equals(View.ALL) ? rows : rows.button(new GalleryText.ClearButton(), new GalleryAction.Open());
    }
}
