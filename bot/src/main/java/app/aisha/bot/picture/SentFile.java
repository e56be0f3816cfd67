package app.aisha.bot.picture;

/**
 * Something a person sent, by the platform's own name for it: a {@code file_id}, or an album's id.
 *
 * @param id without colons
 */
public record SentFile(String id) {}
