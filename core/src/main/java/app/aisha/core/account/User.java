package app.aisha.core.account;

import java.time.ZoneId;

/**
 * A person who has written to Aisha.
 *
 * @param name what to call the person, as Telegram gave it; never empty, unescaped
 * @param reachable false once the person blocked the bot; true again with the next message
 */
public record User(UserId id, ChatId chat, String name, Language language, ZoneId zone, boolean reachable) {}
