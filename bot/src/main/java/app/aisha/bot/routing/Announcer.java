package app.aisha.bot.routing;

import app.aisha.bot.screen.Screen;
import app.aisha.core.account.User;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Turns a feature's notices into screens. */
@FunctionalInterface
public interface Announcer {

    /** What the notice looks like now; empty where it is not this feature's or its object is gone. */
    Optional<Screen> announce(Notice notice, User user);
}
