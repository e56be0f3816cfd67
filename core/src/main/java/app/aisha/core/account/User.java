package app.aisha.core.account;

import java.time.ZoneId;

/**
 * A person who has written to Aisha.
 *
 * @param name what to call the person, as Telegram last gave it; never empty, unescaped
 * @param reachable false once the person blocked the bot; true again with the next message
 */
public record User(
        UserId id,
        ChatId chat,
        String name,
        Language language,
        ZoneId zone,
        boolean reachable,
        Preferences preferences) {

    public User speaking(Language chosen) {
        return new User(id, chat, name, chosen, zone, reachable, preferences);
    }

    public User movedTo(ZoneId chosen) {
        return new User(id, chat, name, language, chosen, reachable, preferences);
    }

    public User preferring(Preferences chosen) {
        return new User(id, chat, name, language, zone, reachable, chosen);
    }
}
