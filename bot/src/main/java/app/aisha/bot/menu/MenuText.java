package app.aisha.bot.menu;

import app.aisha.bot.screen.Text;
import java.util.stream.Stream;

/** Words of the menu and of what belongs to no feature. */
public sealed interface MenuText extends Text {

    record Welcome(String name) implements MenuText {}

    record Menu() implements MenuText {}

    record Help(int limitMegabytes, int limitHours) implements MenuText {}

    record HowToRecord(int limitMegabytes, int limitHours) implements MenuText {}

    record NotUnderstood() implements MenuText {}

    record UnknownCommand() implements MenuText {}

    record NothingToCancel() implements MenuText {}

    record Cancelled() implements MenuText {}

    record OutdatedButton() implements MenuText {}

    record TooFast(int seconds) implements MenuText {}

    record Trouble(String incident) implements MenuText {}

    record TranscribeButton() implements MenuText {}

    record TranscriptsButton() implements MenuText {}

    record AvatarsButton() implements MenuText {}

    record SettingsButton() implements MenuText {}

    record ProfileButton() implements MenuText {}

    record HelpButton() implements MenuText {}

    record MenuButton() implements MenuText {}

    record BackButton() implements MenuText {}

    record NewerButton() implements MenuText {}

    record OlderButton() implements MenuText {}

    record StartCommand() implements MenuText {}

    record MenuCommand() implements MenuText {}

    record TranscriptsCommand() implements MenuText {}

    record AvatarsCommand() implements MenuText {}

    record SettingsCommand() implements MenuText {}

    record ProfileCommand() implements MenuText {}

    record LanguageCommand() implements MenuText {}

    record HelpCommand() implements MenuText {}

    record CancelCommand() implements MenuText {}

    /** In answer to a button of somebody who left. */
    record NobodyKnown() implements MenuText {}

    record Nothing() implements MenuText {}

    /** One after the other. */
    record Both(Text first, Text second) implements MenuText {}

    /** All of them, one after the other. */
    static Text all(Stream<? extends Text> texts) {
        return texts.map(Text.class::cast).reduce(new Nothing(), Both::new);
    }
}
