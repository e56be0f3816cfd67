package app.aisha.bot.admin;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import java.util.List;

/** Olga, who administers at a desk, and what she sees there. */
final class Administrator {

    private final Texts texts = new Texts();
    private final Desk desk;

    Administrator(Desk desk) {
        this.desk = desk;
    }

    Turn tap(Action action) {
        return desk.tap(action, desk.olga);
    }

    Turn say(String words, AdminStep step) {
        return desk.say(words, step, desk.olga);
    }

    static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(row -> row.stream())
                .map(Button::action)
                .toList();
    }

    static <T extends Action> T button(Turn turn, Class<T> type) {
        return actions(turn).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    String shown(Turn turn) {
        return texts.html(words(turn), Language.EN);
    }

    /** How much Dilnara can spend. */
    long free() {
        return desk.wallets.of(desk.dilnara.id()).free().amount();
    }
}
