package app.aisha.bot.routing;

import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.transcript.Recording;
import java.time.Instant;

/** The dialog that recordings go to, whatever else is open. */
@FunctionalInterface
public interface RecordingTaker {

    Turn recorded(Recording recording, Instant at, User user);
}
