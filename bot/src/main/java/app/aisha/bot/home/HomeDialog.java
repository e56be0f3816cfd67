package app.aisha.bot.home;

import app.aisha.bot.avatar.AvatarAction;
import app.aisha.bot.gallery.GalleryAction;
import app.aisha.bot.gallery.GalleryText;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.picture.PictureText;
import app.aisha.bot.profile.ProfileDialog;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.core.account.User;
import app.aisha.core.transcript.RecordingLimits;
import java.util.Optional;

/** The first contact, the menu and the help. */
public final class HomeDialog implements Dialog {

    private static final int MEGABYTE = 1 << 20;

    private final RecordingLimits limits;
    private final ProfileDialog profile;

    public HomeDialog(RecordingLimits limits, ProfileDialog profile) {
        this.limits = limits;
        this.profile = profile;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof MenuAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(MenuAction action, User user) {
        return switch (action) {
            case MenuAction.OpenMenu _ -> menu(new MenuText.Menu());
            case MenuAction.OpenHelp _ -> help();
            case MenuAction.OpenProfile _ -> profile.open(user);
            case MenuAction.HowToRecord _ -> page(new MenuText.HowToRecord(megabytes(), hours()));
        };
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return switch (command) {
            case "start" -> Optional.of(menu(new MenuText.Welcome(user.name())));
            case "menu" -> Optional.of(menu(new MenuText.Menu()));
            case "help" -> Optional.of(help());
            default -> Optional.empty();
        };
    }

    /** The menu under any words. */
    public static Turn menu(Text words) {
        return Turn.show(Screen.saying(words)
                .button(new MenuText.TranscribeButton(), new MenuAction.HowToRecord())
                .button(new MenuText.TranscriptsButton(), TranscriptAction.History.first())
                .button(new MenuText.AvatarsButton(), new AvatarAction.ShowAll())
                .button(new PictureText.CreateButton(), new PictureAction.Begin())
                .button(new GalleryText.GalleryButton(), new GalleryAction.Open())
                .row(
                        new Button(new MenuText.ProfileButton(), new MenuAction.OpenProfile()),
                        new Button(new MenuText.HelpButton(), new MenuAction.OpenHelp())));
    }

    private Turn help() {
        return page(new MenuText.Help(megabytes(), hours()));
    }

    private static Turn page(Text words) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), new MenuAction.OpenMenu()));
    }

    private int megabytes() {
        return (int) (limits.bytes() / MEGABYTE);
    }

    private int hours() {
        return (int) limits.length().toHours();
    }
}
