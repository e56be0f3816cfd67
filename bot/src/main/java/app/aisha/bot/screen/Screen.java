package app.aisha.bot.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person is shown: words, rows of buttons, perhaps a document.
 *
 * @param inReplyTo number of the person's message this answers
 */
public record Screen(Text text, List<List<Button>> rows, Optional<Document> document, OptionalLong inReplyTo) {

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
        return new Screen(text, more, document, inReplyTo);
    }

    public Screen insteadSaying(Text words) {
        return new Screen(words, rows, document, inReplyTo);
    }

    public Screen with(Document file) {
        return new Screen(text, rows, Optional.of(file), inReplyTo);
    }

    public Screen replyingTo(long message) {
        return new Screen(text, rows, document, OptionalLong.of(message));
    }
}
