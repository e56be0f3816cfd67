package app.aisha.bot.transcript;

import app.aisha.bot.screen.Screen;
import app.aisha.core.transcript.Transcript;

/** What other features offer under a finished transcript in which something was said. */
@FunctionalInterface
public interface CardButtons {

    /** The card with their buttons. */
    Screen under(Screen card, Transcript.Ready ready);
}
