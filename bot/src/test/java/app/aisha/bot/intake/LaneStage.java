package app.aisha.bot.intake;

import static app.aisha.bot.intake.FrontDoor.understood;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;

/** Lanes over an inbox of one instance, beside another one. Notes what is handled. */
final class LaneStage {

    static final ChatId DILNARA = new ChatId(7);
    static final ChatId ANNA = new ChatId(8);

    final List<Long> handled = new CopyOnWriteArrayList<>();
    final InMemoryInbox inbox = new InMemoryInbox();
    final InMemoryChatClaims claims = new InMemoryChatClaims();
    final InMemoryChatClaims elsewhere = claims.another();
    final DoneMarks marks = new DoneMarks(inbox);

    boolean enter(Lanes lanes, ChatId chat, int id) {
        var update = understood("%d/%d/x".formatted(id, chat.value()));
        inbox.keep(List.of(update));
        return lanes.enter(chat, update);
    }

    Lanes lanes(LongConsumer handler) {
        return lanes(handler, Duration.ofSeconds(20));
    }

    Lanes lanes(LongConsumer handler, Duration patience) {
        return lanes(this::open, handler, patience);
    }

    /** That read what is open so. */
    Lanes reading(Lanes.OpenUpdates open) {
        return lanes(open, handled::add, Duration.ofSeconds(20));
    }

    private Lanes lanes(Lanes.OpenUpdates open, LongConsumer handler, Duration patience) {
        return new Lanes(
                claims,
                open,
                update -> {
                    handler.accept(update.update().id());
                    return true;
                },
                marks,
                patience);
    }

    List<Reading.Understood> open(ChatId chat, int most) {
        return inbox.open(chat, most).stream()
                .map(update -> understood(update.json()))
                .toList();
    }

    static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
