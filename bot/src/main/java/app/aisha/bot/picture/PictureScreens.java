package app.aisha.bot.picture;

import app.aisha.bot.avatar.AvatarText;
import app.aisha.bot.avatar.WizardAction;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.picture.StylePacks;
import app.aisha.core.picture.StylePacks.Pack;
import app.aisha.core.picture.StylePacks.Style;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wording;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ways to a wish as screens: own words, styles, photos. */
public final class PictureScreens {

    private static final int LABEL = 40;
    private static final int READING = 700;

    private final Subjects subjects;
    private final StylePacks styles;
    private final ScratchFolders scratch;

    public PictureScreens(Avatars avatars, StylePacks styles, ScratchFolders scratch) {
        this.subjects = new Subjects(avatars);
        this.styles = styles;
        this.scratch = scratch;
    }

    /** With the usual avatar; without one, what to do first. */
    Turn begin(User user) {
        return subjects.usual(user).map(avatar -> begin(avatar, user)).orElseGet(() -> Turn.show(withoutAvatar()));
    }

    /** With this avatar, else as usual. */
    Turn begin(AvatarId id, User user) {
        return subjects.ready(id, user)
                .map(avatar -> begin(avatar, user))
                .orElseGet(() -> begin(user).toast(new PictureText.NotFound()));
    }

    private Turn begin(Avatar.Ready avatar, User user) {
        var words = new PictureText.Begin(avatar.heading().name());
        return Turn.show(ways(Screen.saying(words), avatar, user)).expecting(new PictureStep.Wishing(avatar.id()));
    }

    private Screen ways(Screen screen, Avatar.Ready avatar, User user) {
        var styled = Subjects.takesStyles(avatar)
                ? screen.button(new PictureText.StylesButton(), new PictureAction.Packs(avatar.id()))
                : screen;
        var chosen = subjects.ready(user).size() < 2
                ? styled
                : styled.button(new PictureText.OtherAvatarButton(), new PictureAction.ChooseAvatar());
        return chosen.button(new PictureText.InstantButton(), new PictureAction.Instant())
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu());
    }

    private static Screen withoutAvatar() {
        return Screen.saying(new PictureText.NoAvatar())
                .button(new PictureText.InstantButton(), new PictureAction.Instant())
                .button(new AvatarText.CreateButton(), new WizardAction.Begin())
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu());
    }

    private Optional<Avatar.Ready> styled(AvatarId avatar, User user) {
        return subjects.ready(avatar, user).filter(Subjects::takesStyles);
    }

    /** The same words awaited again. */
    Turn again(Text words, AvatarId avatar) {
        return Turn.show(
                        Screen.saying(words).button(new PictureText.BackToWishButton(), new PictureAction.With(avatar)))
                .expecting(new PictureStep.Wishing(avatar));
    }

    Screen avatars(User user) {
        var screen = Screen.saying(new PictureText.ChooseAvatar());
        for (var avatar : subjects.ready(user)) {
            var name = Shortened.to(LABEL, avatar.heading().name());
            screen = screen.button(
                    avatar.heading().main() ? new PictureText.Chosen(name) : new PictureText.Other(name),
                    new PictureAction.With(avatar.id()));
        }
        return screen.button(new MenuText.BackButton(), new PictureAction.Begin());
    }

    Turn askPhotos() {
        return Turn.show(Screen.saying(new PictureText.AskPhotos(Subject.OfPhotos.MOST))
                        .button(new MenuText.BackButton(), new PictureAction.Begin()))
                .expecting(PictureStep.Collecting.NOTHING);
    }

    Screen photosTaken(Text words) {
        return Screen.saying(words)
                .button(new PictureText.ContinueButton(), new PictureAction.Describe())
                .button(new MenuText.BackButton(), new PictureAction.Instant());
    }

    Screen askWords() {
        return Screen.saying(new PictureText.AskWords()).button(new MenuText.BackButton(), new PictureAction.Instant());
    }

    Turn packs(AvatarId avatar, User user) {
        return styled(avatar, user).map(ready -> Turn.show(packs(ready, user))).orElseGet(() -> begin(avatar, user));
    }

    private Screen packs(Avatar.Ready avatar, User user) {
        var all = styles.packs();
        var buttons = IntStream.range(0, all.size())
                .mapToObj(place -> new Button(
                        new PictureText.Name(name(all.get(place).names(), user)),
                        new PictureAction.Pack(avatar.id(), place)))
                .toArray(Button[]::new);
        return Screen.saying(new PictureText.Packs())
                .rows(2, buttons)
                .button(new PictureText.BackToWishButton(), new PictureAction.With(avatar.id()));
    }

    Turn pack(AvatarId avatar, int place, User user) {
        return pack(place)
                .filter(_ -> styled(avatar, user).isPresent())
                .map(pack -> Turn.show(pack(avatar, place, pack, user)))
                .orElseGet(() -> packs(avatar, user));
    }

    private static Screen pack(AvatarId avatar, int place, Pack pack, User user) {
        var buttons = IntStream.range(0, pack.styles().size())
                .mapToObj(style -> new Button(
                        new PictureText.Name(name(pack.styles().get(style).names(), user)),
                        new PictureAction.Style(avatar, place, style)))
                .toArray(Button[]::new);
        return Screen.saying(
                        new PictureText.Pack(pack.names().in(user.language().locale())))
                .rows(2, buttons)
                .button(new MenuText.BackButton(), new PictureAction.Packs(avatar));
    }

    Turn style(PictureAction.Style chosen, User user) {
        return style(chosen.pack(), chosen.style())
                .filter(_ -> styled(chosen.avatar(), user).isPresent())
                .map(style -> Turn.show(style(chosen, style, user)))
                .orElseGet(() -> pack(chosen.avatar(), chosen.pack(), user));
    }

    private Screen style(PictureAction.Style chosen, Style style, User user) {
        var wording = style.wording(user.language().locale());
        var reading = wording.reading().orElse(wording.english()).replace(Wording.SLOT, "…");
        var words = new PictureText.Style(name(style.names(), user), Words.atMost(READING, reading));
        var screen = Screen.saying(words)
                .button(
                        new PictureText.TakeStyleButton(),
                        new PictureAction.TakeStyle(chosen.avatar(), chosen.pack(), chosen.style()))
                .button(new PictureText.OtherStyleButton(), new PictureAction.Pack(chosen.avatar(), chosen.pack()));
        return preview(style).map(screen::with).orElse(screen);
    }

    private Optional<Picture> preview(Style style) {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("style.jpg");
            return styles.preview(style.id(), file)
                    ? Optional.of(Picture.jpeg(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The preview of a style cannot be read", e);
        }
    }

    private Optional<Pack> pack(int place) {
        var all = styles.packs();
        return place < 0 || place >= all.size() ? Optional.empty() : Optional.of(all.get(place));
    }

    Optional<Style> style(int pack, int place) {
        return pack(pack)
                .map(Pack::styles)
                .filter(all -> place >= 0 && place < all.size())
                .map(all -> all.get(place));
    }

    private static String name(StylePacks.Names names, User user) {
        return Shortened.to(LABEL, names.in(user.language().locale()));
    }
}
