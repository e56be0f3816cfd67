package app.aisha.bot.admin;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.User;
import java.util.Set;

/** Who may administer in the chat. */
public record Admins(Set<ChatId> chats) {

    public Admins {
        chats = Set.copyOf(chats);
    }

    boolean include(User user) {
        return chats.contains(user.chat());
    }
}
