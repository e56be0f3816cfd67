package app.aisha.bot.gallery;

import app.aisha.bot.routing.ChatMemory;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The latest views of each person, so that a button can lead back to one. They may be lost; then a button leads to the whole
 * gallery. Takes a memory of its own, which nothing else writes to.
 */
public final class RememberedViews {

    private static final int KEPT = 20;

    private final ChatMemory memory;

    public RememberedViews(ChatMemory memory) {
        this.memory = memory;
    }

    /** From now on its number leads to the view. */
    void keep(User user, View view) {
        if (!view.isPlain()) {
            var lines = Stream.concat(Stream.of(view.line()), lines(user).stream())
                    .distinct()
                    .limit(KEPT)
                    .toList();
            memory.remember(user.chat(), String.join("\n", lines));
        }
    }

    /** Empty where nobody remembers it, or the number was made up. */
    Optional<View> find(User user, ViewNumber number) {
        return View.plain(number)
                .or(() -> lines(user).stream()
                        .flatMap(line -> View.ofLine(line).stream())
                        .filter(view -> view.number().equals(number))
                        .findFirst());
    }

    /** The answer for the view; for all pictures, with a word about it, where nobody remembers it. */
    Turn turn(ViewNumber number, User user, Function<View, Turn> answer) {
        return find(user, number)
                .map(answer)
                .orElseGet(() -> answer.apply(View.ALL).toast(new GalleryText.Forgotten()));
    }

    private List<String> lines(User user) {
        return memory.awaited(user.chat()).stream().flatMap(String::lines).toList();
    }
}
