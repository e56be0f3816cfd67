package app.aisha.app.observe;

import app.aisha.bot.delivery.Delivery;
import app.aisha.bot.delivery.Messenger;
import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import java.util.Optional;

/** Watches what is shown in chats. */
public final class WatchedMessenger implements Messenger {

    private static final String TELEGRAM = "telegram";

    private final Messenger messenger;
    private final Calls calls;

    public WatchedMessenger(Messenger messenger, Calls calls) {
        this.messenger = messenger;
        this.calls = calls;
    }

    @Override
    public Delivery send(ChatId chat, Page page) throws InterruptedException {
        try (var call = calls.ofProvider(TELEGRAM, "send")) {
            return told(call, messenger.send(chat, page));
        }
    }

    @Override
    public Delivery edit(ChatId chat, long message, Page page) throws InterruptedException {
        try (var call = calls.ofProvider(TELEGRAM, "edit")) {
            return told(call, messenger.edit(chat, message, page));
        }
    }

    @Override
    public Delivery answer(String query, Optional<String> toast) throws InterruptedException {
        try (var call = calls.ofProvider(TELEGRAM, "answer")) {
            return told(call, messenger.answer(query, toast));
        }
    }

    private static Delivery told(Calls.Call call, Delivery delivery) {
        call.ended(Calls.kind(delivery));
        return delivery;
    }
}
