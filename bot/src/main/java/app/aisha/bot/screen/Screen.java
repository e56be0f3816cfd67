package app.aisha.bot.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person is shown: words, rows of buttons, perhaps an attachment.
 *
 * @param inReplyTo number of the person's message this answers
 */
public record Screen(Text text, List<List<Button>> rows, Optional<Attachment> attachment, OptionalLong inReplyTo) {

    public Screen {
        rows = rows.stream().map(List::copyOf).toList();
    }

    public static Screen saying(Text text) {
        return new Screen(text, List.of(), Optional.empty(), OptionalLong.empty());
    }

    /** Adds a row with one button. */
    public Screen button(Text label, Action action) {
        return row(new Button(label, action));
    }

    /** Adds a row; an empty one is left out. */
    public Screen row(Button... buttons) {
        if (buttons.length == 0) {
            return this;
        }
        var more = new ArrayList<>(rows);
        more.add(List.of(buttons));
        return new Screen(text, more, attachment, inReplyTo);
    }

    /** Adds rows of so many buttons; the last may be shorter. */
    public Screen rows(int width, Button... buttons) {
        var screen = this;
        for (var first = 0; first < buttons.length; first += width) {
            screen = screen.row(Arrays.copyOfRange(buttons, first, Math.min(first + width, buttons.length)));
        }
        return screen;
    }

    public Screen insteadSaying(Text words) {
        return new Screen(words, rows, attachment, inReplyTo);
    }

    public Screen with(Attachment enclosed) {
        return new Screen(text, rows, Optional.of(enclosed), inReplyTo);
    }

    public Screen replyingTo(long message) {
        return new Screen(text, rows, attachment, OptionalLong.of(message));
    }
}
