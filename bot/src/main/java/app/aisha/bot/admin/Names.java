package app.aisha.bot.admin;

import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;

/** What people are called on the screens of administrators. */
final class Names {

    private static final int LONGEST = 64;
    private static final int LONGEST_ON_BUTTON = 40;
    private static final int LONGEST_NOTE = 200;

    private Names() {}

    static Text of(User user) {
        return new AdminText.Someone(shortened(user.name(), LONGEST), id(user));
    }

    static Text of(UserId person, Users users) {
        return users.find(person).map(Names::of).orElseGet(AdminText.Gone::new);
    }

    static Text onButton(User user) {
        return new AdminText.PersonItem(shortened(user.name(), LONGEST_ON_BUTTON), id(user));
    }

    static String quoted(String words) {
        return shortened(words, LONGEST);
    }

    static String note(String words) {
        return shortened(words, LONGEST_NOTE);
    }

    private static String id(User user) {
        return Long.toString(user.chat().value());
    }

    private static String shortened(String words, int longest) {
        var end = words.codePointCount(0, words.length()) <= longest
                ? words.length()
                : words.offsetByCodePoints(0, longest);
        return end == words.length() ? words : words.substring(0, end) + "…";
    }
}
