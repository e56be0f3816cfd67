package app.aisha.bot.avatar;

import app.aisha.bot.screen.Text;
import java.time.ZonedDateTime;

/** Words about avatars that exist. */
public sealed interface AvatarText extends Text {

    record Portrait() implements AvatarText {}

    record Style() implements AvatarText {}

    record Thing() implements AvatarText {}

    record Fast() implements AvatarText {}

    record Balanced() implements AvatarText {}

    record Best() implements AvatarText {}

    record Overview(int count, int limit) implements AvatarText {}

    record NoneYet() implements AvatarText {}

    record DraftLabel(String name, int photos) implements AvatarText {}

    record UnderWayLabel(String name) implements AvatarText {}

    record ReadyLabel(String name) implements AvatarText {}

    record MainLabel(String name) implements AvatarText {}

    record FailedLabel(String name) implements AvatarText {}

    record CancelledLabel(String name) implements AvatarText {}

    record DraftCard(String name, Text type, int photos, int least, int most, ZonedDateTime since)
            implements AvatarText {}

    record ReadyCard(String name, Text type, int photos, Text preset, ZonedDateTime since, Text main)
            implements AvatarText {}

    record IsMain() implements AvatarText {}

    record AskName(String name) implements AvatarText {}

    record BadName(int shortest, int longest) implements AvatarText {}

    record NameTaken(String name) implements AvatarText {}

    record NowMain(String name) implements AvatarText {}

    record AskDelete(String name, int photos) implements AvatarText {}

    record Deleted(String name) implements AvatarText {}

    record UnderWay() implements AvatarText {}

    record NotFound() implements AvatarText {}

    record ListButton() implements AvatarText {}

    record CreateButton() implements AvatarText {}

    record ContinueButton() implements AvatarText {}

    record MakeMainButton() implements AvatarText {}

    record RenameButton() implements AvatarText {}

    record DeleteButton() implements AvatarText {}

    record ConfirmDeleteButton() implements AvatarText {}

    record KeepButton() implements AvatarText {}

    record OpenButton() implements AvatarText {}
}
