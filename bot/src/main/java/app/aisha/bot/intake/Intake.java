package app.aisha.bot.intake;

import app.aisha.bot.routing.ChatGateway;
import app.aisha.bot.routing.Incoming;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates from whichever source: keeps them, then sends each down the lane of its chat. When {@link #accept} returns,
 * nothing of it can be lost: what this instance does not handle, another does or the next run. Thread-safe.
 */
public final class Intake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final UpdateReader reader;
    private final Inbox inbox;
    private final ChatGateway chats;
    private final PreCheckouts preCheckouts;
    private final Pace pace;
    private final DoneMarks marks;
    private final Lanes lanes;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * What takes how long.
     *
     * @param tap runs later what answers a tap whose dialog is slow, without waiting for the dialog's toast
     * @param drain how long closing waits for what is being handled
     * @param look pause between two looks for updates that nobody handles, and the age from which one counts as such
     */
    public record Pace(Executor tap, Duration drain, Duration look) {

        private static final Duration TAP_PATIENCE = Duration.ofMillis(700);

        /** The pace of the program. */
        public static Pace usual() {
            return new Pace(
                    CompletableFuture.delayedExecutor(TAP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2));
        }
    }

    public Intake(
            UpdateReader reader,
            Inbox inbox,
            ChatClaims claims,
            ChatGateway chats,
            UpdateHandler handler,
            PreCheckouts preCheckouts,
            Pace pace) {
        this.reader = reader;
        this.inbox = inbox;
        this.chats = chats;
        this.preCheckouts = preCheckouts;
        this.pace = pace;
        this.marks = new DoneMarks(inbox);
        this.lanes = new Lanes(claims, this::open, handler::handle, marks, pace.drain());
    }

    /** From now on takes up what an earlier run of the program, or another instance, left undone. */
    public void resume() {
        Thread.ofVirtual().name("stragglers").start(this::lookAgainAndAgain);
    }

    private void lookAgainAndAgain() {
        try {
            look(Duration.ZERO);
            while (!closing.await(pace.look().toMillis(), TimeUnit.MILLISECONDS)) {
                look(pace.look());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void look(Duration age) {
        try {
            inbox.waiting(age).forEach(lanes::visit);
        } catch (StorageUnavailable e) {
            LOG.warn("Nobody looks after updates that were left: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Nobody looks after updates that were left", e);
        }
    }

    private List<Reading.Understood> open(ChatId chat) {
        var open = new ArrayList<Reading.Understood>();
        for (var update : inbox.open(chat)) {
            if (reader.read(update.json()) instanceof Reading.Understood understood) {
                open.add(understood);
            } else {
                marks.add(update.id());
            }
        }
        return open;
    }

    /** Keeps the updates with one commit, the malformed ones aside. */
    public void accept(List<String> updates) {
        take(updates.stream().map(this::read).toList());
    }

    Reading read(String update) {
        return reader.read(update);
    }

    /** Whoever is about to pay is answered first, because the database may make everybody else wait. */
    void take(List<Reading> readings) {
        var others = new ArrayList<Reading>();
        for (var reading : readings) {
            if (reading instanceof Reading.PreCheckout asked) {
                ask(asked);
            } else {
                others.add(reading);
            }
        }
        if (!others.isEmpty()) {
            keep(others);
        }
    }

    void ask(Reading.PreCheckout asked) {
        Thread.ofVirtual().name("pre-checkout").start(() -> preCheckouts.answer(asked));
    }

    private void keep(List<Reading> readings) {
        var fresh = new HashSet<>(inbox.keep(readings));
        for (var reading : readings) {
            if (reading instanceof Reading.Understood understood
                    && fresh.remove(understood.update().id())) {
                enter(understood);
            }
        }
    }

    private void enter(Reading.Understood understood) {
        if (understood.incoming() instanceof Incoming.Tapped tapped) {
            pace.tap().execute(() -> chats.answer(tapped.query(), Optional.empty()));
        }
        lanes.enter(understood.incoming().sender().chat(), understood);
    }

    /** Ends what is being handled; what waits is taken up by another instance or the next run. */
    @Override
    public void close() {
        closing.countDown();
        lanes.close();
    }
}
