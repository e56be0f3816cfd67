package app.aisha.core.admin;

import app.aisha.core.account.ChatId;

/** Who changes something by hand. */
public sealed interface Actor {

    /** An administrator in the chat. */
    record Admin(ChatId chat) implements Actor {}

    /**
     * Somebody at the console of the machine.
     *
     * @param account name of their account in the operating system
     */
    record Operator(String account) implements Actor {}
}
