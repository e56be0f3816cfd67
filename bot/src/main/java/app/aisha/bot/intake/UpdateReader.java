package app.aisha.bot.intake;

/** Reads updates of the platform. Never throws, whatever it is given. Thread-safe. */
@FunctionalInterface
public interface UpdateReader {

    Reading read(String json);
}
