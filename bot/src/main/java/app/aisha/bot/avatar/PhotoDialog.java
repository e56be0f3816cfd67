package app.aisha.bot.avatar;

import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.AddAvatarPhoto;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.PhotoId;
import app.aisha.core.avatar.RemoveAvatarPhoto;
import app.aisha.core.media.MediaUnavailable;
import java.util.Optional;
import java.util.function.Function;

/** Takes photos in for the latest draft, and shows what is there. */
public final class PhotoDialog implements Dialog {

    private final Avatars avatars;
    private final AddAvatarPhoto addPhoto;
    private final RemoveAvatarPhoto removePhoto;
    private final PhotoScreens screens;
    private final AvatarScreens cards;

    public PhotoDialog(
            Avatars avatars,
            AddAvatarPhoto addPhoto,
            RemoveAvatarPhoto removePhoto,
            PhotoScreens screens,
            AvatarScreens cards) {
        this.avatars = avatars;
        this.addPhoto = addPhoto;
        this.removePhoto = removePhoto;
        this.screens = screens;
        this.cards = cards;
    }

    /** What became of it is told by a notice, for all that came together. */
    @Override
    public Optional<Turn> photographed(SentPhoto photo, User user) {
        return Optional.of(
                switch (addPhoto.add(user.id(), photo)) {
                    case AddAvatarPhoto.Outcome.Accepted _, AddAvatarPhoto.Outcome.KnownAlready _ -> Turn.silence();
                    case AddAvatarPhoto.Outcome.Flooded(var limit) ->
                        Turn.silence().toast(new PhotoText.Flooded(limit));
                    case AddAvatarPhoto.Outcome.NoDraft _ ->
                        Turn.aside(Screen.saying(new PhotoText.NoDraft())
                                .button(new AvatarText.CreateButton(), new WizardAction.Begin())
                                .replyingTo(photo.message()));
                });
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof PhotoAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(PhotoAction action, User user) {
        return switch (action) {
            case PhotoAction.Collect(var id) -> draft(id, user, screens::collected);
            case PhotoAction.Tips(var id) -> draft(id, user, screens::tips);
            case PhotoAction.Look(var id, var place) -> draft(id, user, draft -> screens.look(draft, place));
            case PhotoAction.Remove(var id) -> remove(id, user);
        };
    }

    private Turn draft(AvatarId id, User user, Function<Avatar.Draft, Screen> screen) {
        return avatars.find(id, user.id())
                .map(avatar -> avatar instanceof Avatar.Draft draft
                        ? Turn.show(screen.apply(draft))
                        : Turn.show(cards.card(avatar, user)))
                .orElseGet(() -> cards.notFound(user));
    }

    private Turn remove(PhotoId id, User user) {
        try {
            return switch (removePhoto.remove(id, user.id())) {
                case RemoveAvatarPhoto.Outcome.Removed(var avatar, var place) ->
                    draft(avatar, user, draft -> screens.look(draft, place)).toast(new PhotoText.Removed());
                case RemoveAvatarPhoto.Outcome.InUse(var avatar) ->
                    draft(avatar, user, screens::collected).toast(new PhotoText.InUse());
                case RemoveAvatarPhoto.Outcome.Unknown _ -> cards.notFound(user);
            };
        } catch (MediaUnavailable _) {
            return Turn.silence().toast(new PhotoText.StoreAway());
        }
    }
}
