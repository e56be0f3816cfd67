package app.aisha.bot.delivery;

import app.aisha.bot.routing.ChatGateway;
import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Users;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows the answers of dialogs. Obeys every pause the platform asks for and tries again what got no answer, so a message
 * whose answer was lost may appear twice, but none is missing.
 */
public final class PatientChats implements ChatGateway {

    private static final int TRIES = 6;
    private static final int REMEMBERED_QUERIES = 10_000;

    private final Messenger messenger;
    private final Users users;
    private final Pauses pauses;
    private final Set<String> answered = Collections.synchronizedSet(Collections.newSetFromMap(new Bounded()));

    public PatientChats(Messenger messenger, Users users, Pauses pauses) {
        this.messenger = messenger;
        this.users = users;
        this.pauses = pauses;
    }

    @Override
    public void send(ChatId chat, Page page) throws ChatUnavailable {
        persist(chat, () -> messenger.send(chat, page));
    }

    @Override
    public void edit(ChatId chat, long message, Page page) throws ChatUnavailable {
        if (page.attachment().isPresent()) {
            send(chat, page);
            return;
        }
        persist(chat, () -> switch (messenger.edit(chat, message, page)) {
            case Delivery.NoSuchMessage _ -> messenger.send(chat, page);
            case Delivery other -> other;
        });
    }

    @Override
    public void answer(String query, Optional<String> toast) {
        if (answered.add(query)) {
            Thread.startVirtualThread(() -> answerNow(query, toast));
        }
    }

    private void answerNow(String query, Optional<String> toast) {
        try {
            if (messenger.answer(query, toast) instanceof Delivery.Pause(var length)) {
                pauses.wait(length);
                messenger.answer(query, toast);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try. */
    @FunctionalInterface
    private interface Attempt {

        Delivery make() throws InterruptedException;
    }

    private void persist(ChatId chat, Attempt attempt) throws ChatUnavailable {
        var last = "";
        try {
            for (var tries = 0; tries < TRIES; ) {
                switch (attempt.make()) {
                    case Delivery.Delivered _ -> {
                        return;
                    }
                    case Delivery.Unreachable _ -> {
                        users.setReachable(chat, false);
                        return;
                    }
                    case Delivery.Pause(var length) -> pauses.wait(length);
                    case Delivery.NoSuchMessage _ -> throw new ChatUnavailable("The message is gone");
                    case Delivery.Refused(var reason) -> throw new ChatUnavailable(reason);
                    case Delivery.Unknown(var reason) -> {
                        last = reason;
                        tries++;
                        pauses.wait(Duration.ofMillis(250L << tries));
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ChatUnavailable("Interrupted");
        }
        throw new ChatUnavailable(last);
    }

    /** How to wait; a test does it without waiting. */
    @FunctionalInterface
    public interface Pauses {

        void wait(Duration length) throws InterruptedException;
    }

    /** Forgets the eldest. */
    private static final class Bounded extends LinkedHashMap<String, Boolean> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_QUERIES;
        }
    }
}
