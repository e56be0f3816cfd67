package app.aisha.bot.avatar;

import app.aisha.bot.screen.Screen;
import app.aisha.core.avatar.Avatar;

/** What other features offer under a trained avatar. */
@FunctionalInterface
public interface ReadyButtons {

    /** The screen with their buttons. */
    Screen under(Screen screen, Avatar.Ready ready);
}
