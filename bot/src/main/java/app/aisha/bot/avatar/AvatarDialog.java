package app.aisha.bot.avatar;

import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.DeleteAvatar;
import app.aisha.core.avatar.RenameAvatar;
import app.aisha.core.avatar.StartAvatar;
import java.util.Optional;

/** Leads through the avatars a person has. */
public final class AvatarDialog implements Dialog {

    private final Avatars avatars;
    private final RenameAvatar renameAvatar;
    private final DeleteAvatar deleteAvatar;
    private final AvatarScreens screens;

    public AvatarDialog(Avatars avatars, RenameAvatar renameAvatar, DeleteAvatar deleteAvatar, AvatarScreens screens) {
        this.avatars = avatars;
        this.renameAvatar = renameAvatar;
        this.deleteAvatar = deleteAvatar;
        this.screens = screens;
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return command.equals("avatars") ? Optional.of(Turn.show(screens.all(user))) : Optional.empty();
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof AvatarAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(AvatarAction action, User user) {
        return switch (action) {
            case AvatarAction.ShowAll _ -> Turn.show(screens.all(user));
            case AvatarAction.Open(var id) ->
                avatars.find(id, user.id())
                        .map(avatar -> Turn.show(screens.card(avatar, user)))
                        .orElseGet(() -> screens.notFound(user));
            case AvatarAction.MakeMain(var id) -> makeMain(id, user);
            case AvatarAction.Rename(var id) ->
                avatars.find(id, user.id()).map(AvatarDialog::askName).orElseGet(() -> screens.notFound(user));
            case AvatarAction.Delete(var id) ->
                avatars.find(id, user.id()).map(AvatarDialog::askDelete).orElseGet(() -> screens.notFound(user));
            case AvatarAction.ConfirmDelete(var id) -> delete(id, user);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof AvatarStep.Renaming(var id) ? Optional.of(rename(id, words, user)) : Optional.empty();
    }

    private Turn makeMain(AvatarId id, User user) {
        avatars.makeMain(id, user.id());
        return avatars.find(id, user.id())
                .map(avatar -> Turn.show(screens.card(avatar, user))
                        .toast(new AvatarText.NowMain(avatar.heading().name())))
                .orElseGet(() -> screens.notFound(user));
    }

    private static Turn askName(Avatar avatar) {
        return Turn.show(Screen.saying(new AvatarText.AskName(avatar.heading().name()))
                        .button(new AvatarText.KeepButton(), new AvatarAction.Open(avatar.id())))
                .expecting(new AvatarStep.Renaming(avatar.id()));
    }

    private Turn rename(AvatarId id, String words, User user) {
        return switch (renameAvatar.rename(id, user.id(), words)) {
            case RenameAvatar.Outcome.Renamed(var avatar) -> Turn.show(screens.card(avatar, user));
            case RenameAvatar.Outcome.BadName _ ->
                askAgain(id, new AvatarText.BadName(StartAvatar.SHORTEST_NAME, StartAvatar.LONGEST_NAME));
            case RenameAvatar.Outcome.NameTaken(var name) -> askAgain(id, new AvatarText.NameTaken(name));
            case RenameAvatar.Outcome.Unknown _ -> screens.notFound(user);
        };
    }

    private static Turn askAgain(AvatarId id, Text words) {
        return Turn.show(Screen.saying(words).button(new AvatarText.KeepButton(), new AvatarAction.Open(id)))
                .expecting(new AvatarStep.Renaming(id));
    }

    private static Turn askDelete(Avatar avatar) {
        var heading = avatar.heading();
        return Turn.show(Screen.saying(new AvatarText.AskDelete(heading.name(), heading.photos()))
                .button(new AvatarText.ConfirmDeleteButton(), new AvatarAction.ConfirmDelete(avatar.id()))
                .button(new AvatarText.KeepButton(), new AvatarAction.Open(avatar.id())));
    }

    private Turn delete(AvatarId id, User user) {
        return switch (deleteAvatar.delete(id, user.id())) {
            case DeleteAvatar.Outcome.Deleted(var avatar) ->
                Turn.show(screens.all(user))
                        .toast(new AvatarText.Deleted(avatar.heading().name()));
            case DeleteAvatar.Outcome.UnderWay(var avatar) ->
                Turn.show(screens.card(avatar, user)).toast(new AvatarText.UnderWay());
            case DeleteAvatar.Outcome.Unknown _ -> screens.notFound(user);
        };
    }
}
