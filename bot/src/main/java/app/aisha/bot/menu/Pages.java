package app.aisha.bot.menu;

import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import java.util.Optional;
import java.util.stream.Stream;

/** The buttons that turn the pages of a list. */
public final class Pages {

    private Pages() {}

    /** One for each page there is; newer things are on the left. */
    public static Button[] turning(Optional<? extends Action> newer, Optional<? extends Action> older) {
        return Stream.of(
                        newer.map(page -> new Button(new MenuText.NewerButton(), page)),
                        older.map(page -> new Button(new MenuText.OlderButton(), page)))
                .flatMap(Optional::stream)
                .toArray(Button[]::new);
    }
}
