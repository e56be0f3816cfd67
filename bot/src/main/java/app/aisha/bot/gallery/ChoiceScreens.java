package app.aisha.bot.gallery;

import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.User;
import app.aisha.core.picture.ExportPictures.Part;
import app.aisha.core.picture.Picture;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Several pictures as screens: to choose, to delete, to fetch. */
public final class ChoiceScreens {

    private final GalleryPages pages;
    private final Sheets sheets;
    private final Texts texts;
    private final InstantSource clock;

    public ChoiceScreens(GalleryPages pages, Sheets sheets, Texts texts, InstantSource clock) {
        this.pages = pages;
        this.sheets = sheets;
        this.texts = texts;
        this.clock = clock;
    }

    /** Words only, so that it is edited in place at every tick while the sheet stays above it. */
    Screen choosing(GalleryPage page, Ticks ticks) {
        var pictures = page.pictures();
        var count = ticks.of(pictures).size();
        var numbers = IntStream.range(0, pictures.size())
                .mapToObj(i -> new Button(label(i, ticks), choose(page, ticks.turned(i))))
                .toArray(Button[]::new);
        return Screen.saying(count == 0 ? new ChoiceText.ChooseSome() : new ChoiceText.Chosen(count))
                .rows(GalleryScreens.NUMBERS_IN_A_ROW, numbers)
                .row(atOnce(page, count).toArray(Button[]::new))
                .row(count == 0 ? new Button[0] : doing(page, ticks, count))
                .button(new ChoiceText.BackToPageButton(), page.place().browse());
    }

    private static Text label(int place, Ticks ticks) {
        return ticks.has(place) ? new ChoiceText.TickedButton(place + 1) : new GalleryText.NumberButton(place + 1);
    }

    private static ChoiceAction choose(GalleryPage page, Ticks ticks) {
        return new ChoiceAction.Choose(page.place().number(), page.place().after(), ticks);
    }

    /** Where it is more than what one number would do. */
    private static List<Button> atOnce(GalleryPage page, int count) {
        var buttons = new ArrayList<Button>();
        if (page.pictures().size() - count > 1) {
            buttons.add(new Button(new ChoiceText.AllOfPageButton(), choose(page, Ticks.all(page.pictures()))));
        }
        if (count > 1) {
            buttons.add(new Button(new ChoiceText.NoneOfPageButton(), choose(page, Ticks.none(page.pictures()))));
        }
        return buttons;
    }

    private static Button[] doing(GalleryPage page, Ticks ticks, int count) {
        var place = page.place();
        return new Button[] {
            new Button(new ChoiceText.FetchButton(count), new ChoiceAction.Fetch(place.number(), place.after(), ticks)),
            new Button(
                    new ChoiceText.DeleteButton(count),
                    new ChoiceAction.AskDelete(place.number(), place.after(), ticks))
        };
    }

    private static List<Sheets.Place> frames(List<Picture.Ready> pictures, Ticks ticks) {
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> new Sheets.Place(i + 1, pictures.get(i), ticks.has(i)))
                .toList();
    }

    /** Shows those that would go, under the numbers they had. */
    Screen askDelete(GalleryPage page, Ticks ticks) {
        var place = page.place();
        var going = frames(page.pictures(), ticks).stream()
                .filter(Sheets.Place::chosen)
                .toList();
        var screen = Screen.saying(new ChoiceText.AskDelete(going.size()))
                .button(
                        new ChoiceText.ConfirmDeleteButton(going.size()),
                        new ChoiceAction.Delete(place.number(), place.after(), ticks))
                .button(new ChoiceText.KeepButton(), choose(page, ticks));
        return sheets.above(screen, going);
    }

    Screen archive(Part part, int wanted, User user) {
        var count = part.pictures().size();
        return Screen.saying(
                        part.more() ? new ChoiceText.LeftOut(count, wanted - count) : new ChoiceText.Archive(count))
                .with(packed(part, 0, "aisha-" + today(user), user));
    }

    /** A part of all that the view shows. */
    Screen archive(Part part, int before, View view, User user) {
        var count = part.pictures().size();
        if (before == 0 && !part.more()) {
            return archive(part, count, user);
        }
        var all = pages.count(view, user);
        Text of = all.isPresent() ? new ChoiceText.Of(all.getAsInt()) : new ChoiceText.OfMoreThan(GalleryPages.COUNTED);
        var name = "aisha-%s-%d-%d".formatted(today(user), before + 1, before + count);
        var screen = Screen.saying(new ChoiceText.ArchivePart(before + 1, before + count, of))
                .with(packed(part, before, name, user));
        return part.more()
                ? screen.button(
                        new ChoiceText.NextPartButton(),
                        new ChoiceAction.FetchAll(
                                view.number(),
                                Optional.of(part.pictures().getLast().id()),
                                before + count))
                : screen;
    }

    private Archive packed(Part part, int before, String name, User user) {
        return new Archive(
                name + ".zip",
                FileNames.entries(part.pictures(), before, user.zone()),
                texts.html(new ShownText.Gone(), user.language()));
    }

    private LocalDate today(User user) {
        return LocalDate.ofInstant(clock.instant(), user.zone());
    }
}
