package app.aisha.bot.routing;

import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import java.util.Optional;

/**
 * The way to a person's chat. Waits as long as the platform asks for and tries again what passes; a chat that blocked the
 * bot is silently left alone. Thread-safe; calls of one chat are made one after the other by its lane.
 */
public interface ChatGateway {

    void send(ChatId chat, Page page) throws ChatUnavailable;

    /** Shows the page in place of a message; sends it anew where that message cannot be edited. */
    void edit(ChatId chat, long message, Page page) throws ChatUnavailable;

    /** Ends the waiting of a tapped button; returns at once. The first answer to a query counts; later ones are dropped. */
    void answer(String query, Optional<String> toast);

    /** The platform did not take the message after all tries. */
    final class ChatUnavailable extends Exception {

        public ChatUnavailable(String message) {
            super(message);
        }
    }
}
