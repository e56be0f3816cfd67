package app.aisha.bot.home;

import app.aisha.bot.admin.AdminDialog;
import app.aisha.bot.admin.AdminText;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Text;
import java.util.List;
import java.util.stream.Stream;

/** The commands offered in the chat's menu. */
public final class Commands {

    private Commands() {}

    /**
     * One command.
     *
     * @param name without slash
     */
    public record Command(String name, Text description) {}

    public static List<Command> all() {
        return List.of(
                new Command("start", new MenuText.StartCommand()),
                new Command("menu", new MenuText.MenuCommand()),
                new Command("transcripts", new MenuText.TranscriptsCommand()),
                new Command("language", new MenuText.LanguageCommand()),
                new Command("help", new MenuText.HelpCommand()),
                new Command("cancel", new MenuText.CancelCommand()));
    }

    /** The same with what only administrators have. */
    public static List<Command> ofAdmins() {
        return Stream.concat(all().stream(), Stream.of(new Command(AdminDialog.COMMAND, new AdminText.AdminCommand())))
                .toList();
    }
}
