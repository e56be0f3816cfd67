package app.aisha.bot.intake;

import app.aisha.bot.routing.ChatGateway;
import app.aisha.bot.routing.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Takes updates from whichever source: keeps them, then sends each down the lane of its chat. When {@link #accept} returns,
 * nothing of it can be lost. Thread-safe.
 */
public final class Intake implements AutoCloseable {

    /** A tap whose dialog is slower than this is answered without waiting for the dialog's toast. */
    private static final Duration TAP_PATIENCE = Duration.ofMillis(700);

    private final UpdateReader reader;
    private final Inbox inbox;
    private final ChatGateway chats;
    private final PreCheckouts preCheckouts;
    private final DoneMarks marks;
    private final Lanes<Reading.Understood> lanes;
    private final Executor later;

    public Intake(
            UpdateReader reader,
            Inbox inbox,
            ChatGateway chats,
            UpdateHandler handler,
            PreCheckouts preCheckouts,
            Duration patience) {
        this(
                reader,
                inbox,
                chats,
                handler,
                preCheckouts,
                patience,
                CompletableFuture.delayedExecutor(TAP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    Intake(
            UpdateReader reader,
            Inbox inbox,
            ChatGateway chats,
            UpdateHandler handler,
            PreCheckouts preCheckouts,
            Duration patience,
            Executor later) {
        this.later = later;
        this.preCheckouts = preCheckouts;
        this.reader = reader;
        this.inbox = inbox;
        this.chats = chats;
        this.marks = new DoneMarks(inbox);
        this.lanes = new Lanes<>(
                understood -> {
                    if (handler.handle(understood)) {
                        marks.add(understood.update().id());
                    }
                },
                patience);
    }

    /** Takes up what an earlier run of the program left undone. */
    public void resume() {
        inbox.open().stream().map(update -> reader.read(update.json())).forEach(this::enter);
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
        var good = new ArrayList<Reading>();
        var malformed = new ArrayList<Reading.Malformed>();
        for (var reading : readings) {
            switch (reading) {
                case Reading.PreCheckout asked -> ask(asked);
                case Reading.Malformed bad -> malformed.add(bad);
                case Reading.Understood understood -> good.add(understood);
                case Reading.OfNoInterest other -> good.add(other);
            }
        }
        if (!good.isEmpty() || !malformed.isEmpty()) {
            keep(good, malformed);
        }
    }

    void ask(Reading.PreCheckout asked) {
        Thread.ofVirtual().name("pre-checkout").start(() -> preCheckouts.answer(asked));
    }

    private void keep(List<Reading> good, List<Reading.Malformed> malformed) {
        var fresh = inbox.keep(
                good.stream().map(Intake::updateOf).flatMap(Optional::stream).toList(), malformed);
        var waiting = new HashSet<>(fresh);
        good.stream()
                .filter(reading -> updateOf(reading)
                        .filter(update -> waiting.remove(update.id()))
                        .isPresent())
                .forEach(this::enter);
    }

    private static Optional<RawUpdate> updateOf(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> Optional.of(understood.update());
            case Reading.OfNoInterest other -> Optional.of(other.update());
            case Reading.PreCheckout _, Reading.Malformed _ -> Optional.empty();
        };
    }

    private void enter(Reading reading) {
        switch (reading) {
            case Reading.Understood understood -> {
                if (understood.incoming() instanceof Incoming.Tapped tapped) {
                    later.execute(() -> chats.answer(tapped.query(), Optional.empty()));
                }
                lanes.enter(understood.incoming().sender().chat(), understood);
            }
            case Reading.OfNoInterest(var update) -> marks.add(update.id());
            case Reading.PreCheckout asked -> ask(asked);
            case Reading.Malformed _ -> {}
        }
    }

    /** Ends what is being handled; what waits is taken up by the next run. */
    @Override
    public void close() {
        lanes.close();
        marks.close();
    }
}
