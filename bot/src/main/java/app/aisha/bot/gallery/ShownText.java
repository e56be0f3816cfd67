package app.aisha.bot.gallery;

import app.aisha.bot.screen.Text;
import java.time.ZonedDateTime;

/** Words about one picture. */
public sealed interface ShownText extends Text {

    /**
     * A picture.
     *
     * @param star may be empty
     */
    record Shown(Text star, Text who, ZonedDateTime at, String size, String words) implements ShownText {}

    record Star() implements ShownText {}

    record LikeButton() implements ShownText {}

    record UnlikeButton() implements ShownText {}

    record FullSizeButton() implements ShownText {}

    record DeleteButton() implements ShownText {}

    record FullSize(String size) implements ShownText {}

    /** Before one is deleted. */
    record AskDelete() implements ShownText {}

    record ConfirmDeleteButton() implements ShownText {}

    record KeepButton() implements ShownText {}

    record Liked() implements ShownText {}

    record Unliked() implements ShownText {}

    record Deleted() implements ShownText {}

    record Gone() implements ShownText {}
}
