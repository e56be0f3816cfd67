package app.aisha.bot.admin;

import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;

/** What people are called on the screens of administrators. */
final class Names {

    private static final int LONGEST = 64;
    private static final int LONGEST_ON_BUTTON = 40;
    private static final int LONGEST_NOTE = 200;

    private Names() {}

    static Text of(User user) {
        return new AdminText.Someone(Shortened.to(LONGEST, user.name()), id(user));
    }

    static Text onButton(User user) {
        return new AdminText.PersonItem(Shortened.to(LONGEST_ON_BUTTON, user.name()), id(user));
    }

    static String quoted(String words) {
        return Shortened.to(LONGEST, words);
    }

    static String note(String words) {
        return Shortened.to(LONGEST_NOTE, words);
    }

    private static String id(User user) {
        return Long.toString(user.chat().value());
    }
}
