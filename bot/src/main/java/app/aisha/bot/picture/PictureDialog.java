package app.aisha.bot.picture;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.picture.AskForPicture;
import app.aisha.core.picture.AskForPicture.Outcome;
import app.aisha.core.picture.AskForPicture.Request;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wish;
import app.aisha.core.transcript.Recording;
import java.util.Optional;

/** Takes wishes: words, a picture, a voice message, a style, or photos of somebody without a training. */
public final class PictureDialog implements Dialog {

    private final AskForPicture askForPicture;
    private final PictureScreens screens;
    private final OrderScreens orders;

    public PictureDialog(AskForPicture askForPicture, PictureScreens screens, OrderScreens orders) {
        this.askForPicture = askForPicture;
        this.screens = screens;
        this.orders = orders;
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return command.equals("picture") || command.equals("create")
                ? Optional.of(screens.begin(user))
                : Optional.empty();
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof PictureAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(PictureAction action, User user) {
        return switch (action) {
            case PictureAction.Begin _ -> screens.begin(user);
            case PictureAction.With(var avatar) -> screens.begin(avatar, user);
            case PictureAction.ChooseAvatar _ -> Turn.show(screens.avatars(user));
            case PictureAction.Instant _ -> screens.askPhotos();
            case PictureAction.Describe _ -> screens.askPhotos();
            case PictureAction.Packs(var avatar) -> screens.packs(avatar, user);
            case PictureAction.Pack(var avatar, var pack) -> screens.pack(avatar, pack, user);
            case PictureAction.Style chosen -> screens.style(chosen, user);
            case PictureAction.TakeStyle(var avatar, var pack, var style) ->
                screens.style(pack, style)
                        .map(chosen ->
                                wished(new Request.InStyle(avatar, chosen.id()), PictureStep.Wishing.of(avatar), user))
                        .orElseGet(() -> screens.pack(avatar, pack, user));
        };
    }

    /** The photos that were collected go on with what was written under them. */
    @Override
    public Optional<Turn> tapped(Action action, Step step, User user) {
        return action instanceof PictureAction.Describe && step instanceof PictureStep.Collecting collecting
                ? Optional.of(collecting
                        .caption()
                        .map(caption -> described(collecting, caption.words(), user))
                        .orElseGet(() -> Turn.redraw(screens.askWords())))
                : Optional.empty();
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return switch (step) {
            case PictureStep.Wishing wishing -> Optional.of(wished(new Wish.Words(words), wishing, user));
            case PictureStep.Collecting collecting -> Optional.of(described(collecting, words, user));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Turn> photographed(SentPhoto photo, Optional<String> caption, Step step, User user) {
        return switch (step) {
            case PictureStep.Wishing wishing ->
                Optional.of(wished(new Wish.Reference(photo.file(), caption), wishing, user));
            case PictureStep.Collecting collecting -> Optional.of(collected(collecting, photo, caption, user));
            default -> Optional.empty();
        };
    }

    /** A voice message is a wish; anything longer that was recorded is transcribed as ever. */
    @Override
    public Optional<Turn> recorded(Recording recording, Step step, User user) {
        return recording.kind() == Recording.Kind.VOICE && step instanceof PictureStep.Wishing wishing
                ? Optional.of(wished(new Wish.Spoken(recording.file()), wishing, user))
                : Optional.empty();
    }

    private Turn wished(Wish wish, PictureStep.Wishing wishing, User user) {
        return wished(new Request.OfAvatar(wishing.avatar(), wish), wishing, user);
    }

    /** While words are looked for and after a refusal, what is said next is the next wish. */
    private Turn wished(Request request, PictureStep.Wishing wishing, User user) {
        return switch (askForPicture.ask(user.id(), request, wishing.before())) {
            case Outcome.Composing(var order) ->
                Turn.show(OrderScreens.composing(order))
                        .expecting(new PictureStep.Wishing(wishing.avatar(), Optional.of(order.id())));
            case Outcome.Offered(var order) -> orders.show(order.id(), user);
            case Outcome.WrongLength(var characters) -> screens.again(wrongLength(characters), wishing);
            case Outcome.NoAvatar _ -> screens.begin(user).toast(new PictureText.NotFound());
            case Outcome.Unknown _ -> screens.begin(user).toast(new PictureText.NotFound());
        };
    }

    private static PictureText.WrongLength wrongLength(int characters) {
        return new PictureText.WrongLength(characters, Wish.SHORTEST, Wish.LONGEST);
    }

    /**
     * An album is answered once, and once more where its caption comes late. A caption says what to paint; that of an album
     * waits for a tap, because nobody knows how many photos follow.
     */
    private Turn collected(PictureStep.Collecting before, SentPhoto photo, Optional<String> caption, User user) {
        var collecting =
                before.before().isPresent() && !before.isOf(photo.album()) ? PictureStep.Collecting.NOTHING : before;
        if (collecting.photos().size() == Subject.OfPhotos.MOST) {
            return Turn.aside(screens.photosTaken(new PictureText.PhotosFull(Subject.OfPhotos.MOST)));
        }
        var more = collecting.with(photo.file(), photo.album());
        if (caption.isPresent()) {
            return photo.album().isPresent()
                    ? captioned(more, caption.get().strip())
                    : described(more, caption.get(), user);
        }
        return collecting.isOf(photo.album())
                ? Turn.silence().expecting(more)
                : Turn.aside(screens.photosTaken(more)).expecting(more);
    }

    private Turn captioned(PictureStep.Collecting collecting, String caption) {
        if (!Wish.isOfRightLength(caption)) {
            return Turn.aside(screens.photosTaken(wrongLength(Wish.length(caption))))
                    .expecting(collecting);
        }
        var captioned = collecting.captioned(caption);
        return Turn.aside(screens.photosTaken(captioned)).expecting(captioned);
    }

    private Turn described(PictureStep.Collecting collecting, String words, User user) {
        if (collecting.photos().isEmpty()) {
            return Turn.show(Screen.saying(new PictureText.PhotosFirst())
                            .button(new MenuText.BackButton(), new PictureAction.Begin()))
                    .expecting(collecting);
        }
        var request = new Request.OfPhotos(collecting.photos(), words);
        return switch (askForPicture.ask(user.id(), request, collecting.before())) {
            case Outcome.Composing(var order) ->
                Turn.show(OrderScreens.composing(order)).expecting(collecting.ordered(order.id()));
            case Outcome.Offered(var order) -> orders.show(order.id(), user);
            case Outcome.WrongLength(var characters) ->
                Turn.show(screens.photosTaken(wrongLength(characters))).expecting(collecting);
            case Outcome.NoAvatar _, Outcome.Unknown _ -> screens.begin(user).toast(new PictureText.NotFound());
        };
    }
}
