package app.aisha.bot.delivery;

import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import java.util.Optional;

/** One try to reach a chat. Thread-safe. */
public interface Messenger {

    /** Sends the page as a new message, with its attachment where it has one. */
    Delivery send(ChatId chat, Page page) throws InterruptedException;

    /** Shows the page in place of a message of ours; one with an attachment finds no such message. */
    Delivery edit(ChatId chat, long message, Page page) throws InterruptedException;

    /** Answers a tapped button. */
    Delivery answer(String query, Optional<String> toast) throws InterruptedException;
}
