package app.aisha.core.account;

import java.util.Optional;

/** The people Aisha knows. Thread-safe; takes part in the caller's transaction. */
public interface Users {

    /**
     * Finds the person of this chat or adds them. The same chat always gives the same person, also when asked from
     * several threads at once. A known person keeps the chosen language.
     */
    User welcome(ChatId chat, String name, Language language);

    Optional<User> find(UserId id);

    Optional<User> at(ChatId chat);

    /** Does nothing where the person is unknown. */
    void speak(UserId id, Language language);

    /** Remembers whether messages reach the person. Does nothing where the chat is unknown. */
    void setReachable(ChatId chat, boolean reachable);
}
