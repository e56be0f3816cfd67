package app.aisha.bot.home;

import app.aisha.bot.admin.AdminDialog;
import app.aisha.bot.admin.AdminText;
import app.aisha.bot.gallery.GalleryText;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.picture.PictureText;
import app.aisha.bot.privacy.PrivacyText;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText;
import java.util.List;
import java.util.stream.Stream;

/** The commands offered in the chat's menu. */
public final class Commands {

    private static final String PAY_SUPPORT = "paysupport";

    private Commands() {}

    /**
     * One command.
     *
     * @param name without slash
     */
    public record Command(String name, Text description) {}

    /**
     * The commands on offer.
     *
     * @param selling whether there is something to pay for
     */
    public static List<Command> all(boolean selling) {
        return everywhere().stream()
                .filter(command -> selling || !command.name().equals(PAY_SUPPORT))
                .toList();
    }

    private static List<Command> everywhere() {
        return List.of(
                new Command("start", new MenuText.StartCommand()),
                new Command("menu", new MenuText.MenuCommand()),
                new Command("transcripts", new MenuText.TranscriptsCommand()),
                new Command("avatars", new MenuText.AvatarsCommand()),
                new Command("picture", new PictureText.PictureCommand()),
                new Command("gallery", new GalleryText.GalleryCommand()),
                new Command("profile", new MenuText.ProfileCommand()),
                new Command("settings", new MenuText.SettingsCommand()),
                new Command("language", new MenuText.LanguageCommand()),
                new Command("help", new MenuText.HelpCommand()),
                new Command("cancel", new MenuText.CancelCommand()),
                new Command("terms", new WalletText.TermsCommand()),
                new Command(PAY_SUPPORT, new WalletText.PaySupportCommand()),
                new Command("privacy", new PrivacyText.PrivacyCommand()),
                new Command("delete_my_data", new PrivacyText.DeleteCommand()));
    }

    /** The same with what only administrators have. */
    public static List<Command> ofAdmins(boolean selling) {
        var own = new Command(AdminDialog.COMMAND, new AdminText.AdminCommand());
        return Stream.concat(all(selling).stream(), Stream.of(own)).toList();
    }
}
