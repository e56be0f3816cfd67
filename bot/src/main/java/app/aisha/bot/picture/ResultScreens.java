package app.aisha.bot.picture;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Album;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.wallet.Credits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of an order as screens: one picture, an album, or why there is nothing. */
public final class ResultScreens {

    /** So that the words and all reasons fit a caption. */
    private static final int IN_CAPTION = 250;

    /** So that reading and prompt fit a message. */
    private static final int LONGEST = 1_500;

    private final PictureOrders orders;
    private final Subjects subjects;
    private final Texts texts;

    public ResultScreens(PictureOrders orders, Avatars avatars, Texts texts) {
        this.orders = orders;
        this.subjects = new Subjects(avatars);
        this.texts = texts;
    }

    /** All pictures of an order once they are over. */
    Screen over(List<Picture> all, User user) {
        var ready = all.stream()
                .filter(Picture.Ready.class::isInstance)
                .map(Picture.Ready.class::cast)
                .toList();
        return switch (ready.size()) {
            case 0 -> nothing(all);
            case 1 -> one(ready.getFirst(), failures(all), user);
            default -> album(ready, failures(all), user);
        };
    }

    Screen one(Picture.Ready picture, User user) {
        return one(picture, new MenuText.Nothing(), user);
    }

    private Screen one(Picture.Ready picture, Text more, User user) {
        var screen = Screen.saying(new ResultText.Picture(who(picture, user), words(picture, user), more));
        return buttons(screen, picture).with(StoredPicture.photo(picture, fileName(picture, user), gone(user)));
    }

    private static Screen buttons(Screen screen, Picture.Ready picture) {
        var id = picture.id();
        return screen.row(
                        new Button(new ResultText.AgainButton(), new ResultAction.Again(id)),
                        new Button(new ResultText.VariationsButton(), new ResultAction.Variations(id)))
                .row(
                        new Button(new ResultText.RefineButton(), new ResultAction.Refine(id)),
                        new Button(new ResultText.PromptButton(), new ResultAction.Prompt(id)))
                .row(
                        new Button(new ResultText.FullSizeButton(), new ResultAction.FullSize(id)),
                        new Button(new ResultText.FavouriteButton(), new ResultAction.Favourite(id)))
                .button(new ResultText.DeleteButton(), new ResultAction.Delete(id));
    }

    private Screen album(List<Picture.Ready> ready, Text more, User user) {
        var first = ready.getFirst();
        var buttons = ready.stream()
                .map(picture -> new Button(
                        new ResultText.OpenButton(ready.indexOf(picture) + 1), new ResultAction.Open(picture.id())))
                .toArray(Button[]::new);
        var photos = ready.stream()
                .map(picture -> StoredPicture.photo(picture, fileName(picture, user), gone(user)))
                .toList();
        return Screen.saying(new ResultText.Album(ready.size(), who(first, user), words(first, user), more))
                .row(buttons)
                .with(new Album(photos));
    }

    private static Screen nothing(List<Picture> all) {
        var screen = Screen.saying(new ResultText.NothingCame(failures(all)));
        return all.isEmpty()
                ? screen
                : screen.button(
                                new ResultText.RetryButton(),
                                new ResultAction.Again(all.getFirst().id()))
                        .button(new OrderText.AnotherButton(), new PictureAction.Begin());
    }

    /** How many are missing for which reason, and what went back for them. */
    private static Text failures(List<Picture> all) {
        var reasons = new LinkedHashMap<Text, Integer>();
        var returned = Credits.NONE;
        for (var picture : all) {
            switch (picture) {
                case Picture.Refused refused -> {
                    reasons.merge(PictureReasons.of(refused.failure().problem()), 1, Integer::sum);
                    returned = returned.plus(refused.failure().returned());
                }
                case Picture.Failed failed -> {
                    reasons.merge(PictureReasons.of(failed.failure().problem()), 1, Integer::sum);
                    returned = returned.plus(failed.failure().returned());
                }
                case Picture.Cancelled cancelled -> {
                    reasons.merge(new ResultText.Cancelled(), 1, Integer::sum);
                    returned = returned.plus(cancelled.returned());
                }
                case Picture.Queued _, Picture.Painting _, Picture.Storing _, Picture.Ready _ -> {}
            }
        }
        var lines = MenuText.all(
                reasons.entrySet().stream().map(entry -> new ResultText.Failures(entry.getValue(), entry.getKey())));
        return new MenuText.Both(lines, Words.back(returned));
    }

    /** What it was made by, so that anybody could make it again. */
    Screen recipe(Picture.Ready picture, User user) {
        var recipe = picture.heading().recipe();
        Text reading = reading(picture)
                .<Text>map(words ->
                        new PictureText.Name(Words.atMost(LONGEST, subjects.named(words, recipe.subject(), user))))
                .orElseGet(ResultText.NoWords::new);
        var words = new ResultText.Recipe(
                who(picture, user),
                reading,
                Long.toString(recipe.seed()),
                Words.of(picture.files().size()),
                Words.of(recipe.quality()),
                Words.atMost(LONGEST, recipe.prompt()));
        return Screen.saying(words)
                .button(new ResultText.SameButton(), new ResultAction.Same(picture.id()))
                .button(new ResultText.KeepButton(), new ResultAction.Open(picture.id()));
    }

    Screen fullSize(Picture.Ready picture, User user) {
        return Screen.saying(new ResultText.FullSize())
                .with(StoredPicture.file(picture, fileName(picture, user), gone(user)));
    }

    static Screen askDelete(Picture.Ready picture) {
        return Screen.saying(new ResultText.AskDelete())
                .button(new ResultText.ConfirmDeleteButton(), new ResultAction.ConfirmDelete(picture.id()))
                .button(new ResultText.KeepButton(), new ResultAction.Open(picture.id()));
    }

    private Text who(Picture picture, User user) {
        return subjects.name(picture.heading().recipe().subject(), user);
    }

    private String words(Picture.Ready picture, User user) {
        var recipe = picture.heading().recipe();
        var words = reading(picture).orElse(recipe.prompt());
        return Words.atMost(IN_CAPTION, subjects.named(words, recipe.subject(), user));
    }

    private Optional<String> reading(Picture picture) {
        return orders.find(picture.order(), picture.owner())
                .map(PictureOrder::wordings)
                .filter(wordings -> !wordings.isEmpty())
                .flatMap(wordings -> wordings.getLast().reading());
    }

    private String fileName(Picture.Ready picture, User user) {
        var seed = Long.toString(picture.heading().recipe().seed());
        var kind = picture.files().contentType().replaceFirst("^image/", "").toLowerCase(Locale.ROOT);
        return texts.plain(new ResultText.FileName(seed), user.language()) + "." + kind.replace("jpeg", "jpg");
    }

    private String gone(User user) {
        return texts.html(new ResultText.FileGone(), user.language());
    }
}
