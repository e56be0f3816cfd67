package app.aisha.bot.routing;

import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Page;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.wire.Actions;
import app.aisha.core.account.Language;
import java.util.Optional;

/** Words screens for a language, and knows what their buttons mean. Thread-safe. */
public final class Pages {

    private final Texts texts;
    private final Actions actions;

    public Pages(Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
    }

    public Page page(Screen screen, Language language) {
        var rows = screen.rows().stream()
                .map(row -> row.stream()
                        .map(button ->
                                new Page.Key(texts.plain(button.label(), language), actions.pack(button.action())))
                        .toList())
                .toList();
        return new Page(texts.html(screen.text(), language), rows, screen.attachment(), screen.inReplyTo());
    }

    /** Empty for data that no button of ours carries. */
    public Optional<Action> actionOf(String data) {
        return actions.unpack(data);
    }

    public String toast(Text text, Language language) {
        return texts.plain(text, language);
    }
}
