package app.aisha.bot.intake;

/**
 * An update as the platform sent it.
 *
 * @param id the platform's {@code update_id}; the same update always has the same
 * @param json as received
 */
public record RawUpdate(long id, String json) {}
