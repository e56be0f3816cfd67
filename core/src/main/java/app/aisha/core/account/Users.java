package app.aisha.core.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The people Aisha knows. Thread-safe; takes part in the caller's transaction. */
public interface Users {

    /**
     * Finds the person of this chat or adds them. The same chat always gives the same person, also when asked from
     * several threads at once. A known person keeps the chosen language; name and username become the given ones, and
     * nothing is written where they already are.
     *
     * @param username without @, not empty
     */
    User welcome(ChatId chat, String name, Optional<String> username, Language language);

    Optional<User> find(UserId id);

    Optional<User> at(ChatId chat);

    /**
     * The people that these words fit, newest first: those of exactly this chat id or this username (with or without @, in
     * any case), else those with the words in their name. Nobody for blank words.
     */
    List<KnownPerson> search(String words, int most);

    /** Does nothing where the person is unknown. */
    void speak(UserId id, Language language);

    /** Does nothing where the person is unknown. */
    void moveTo(UserId id, ZoneId zone);

    /** Replaces all preferences. Does nothing where the person is unknown. */
    void prefer(UserId id, Preferences preferences);

    /** Remembers whether messages reach the person. Does nothing where the chat is unknown. */
    void setReachable(ChatId chat, boolean reachable);
}
