package app.aisha.bot.intake;

import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane per chat: its updates are handled in the order of their ids, lanes run beside each other on virtual threads. Of
 * several instances the one that claimed the chat drives its lane; it also handles what others kept and left. An idle lane
 * keeps its claim until what it did is marked, so that the next one to claim the chat finds everything told.
 */
final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration ROUND = Duration.ofMillis(100);

    private final ChatClaims claims;
    private final OpenUpdates open;
    private final Handler handler;
    private final DoneMarks marks;
    private final Duration patience;
    private final Map<ChatId, Lane> lanes = new HashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread rounds;
    private boolean closed;

    /** Handles one update. False leaves it for the next run of the program. */
    @FunctionalInterface
    interface Handler {

        /**
         * Handles an update.
         *
         * @throws StorageUnavailable when it is to be tried again
         */
        boolean handle(Reading.Understood update);
    }

    /** What is kept of a chat and not done: the eldest, by id. */
    @FunctionalInterface
    interface OpenUpdates {

        List<Reading.Understood> of(ChatId chat, int most);
    }

    /**
     * Opens the lanes.
     *
     * @param patience how long closing waits for what is being handled
     */
    Lanes(ChatClaims claims, OpenUpdates open, Handler handler, DoneMarks marks, Duration patience) {
        this.claims = claims;
        this.open = open;
        this.handler = handler;
        this.marks = marks;
        this.patience = patience;
        this.rounds = Thread.ofVirtual().name("lanes").start(this::settleAgainAndAgain);
    }

    /** False when the lanes are closed. */
    synchronized boolean enter(ChatId chat, Reading.Understood update) {
        if (closed) {
            return false;
        }
        var lane = lanes.computeIfAbsent(chat, _ -> new Lane());
        lane.add(update);
        drive(chat, lane);
        return true;
    }

    /** Looks after a chat whose updates another instance kept, if no living one does. */
    synchronized void visit(ChatId chat) {
        if (!closed && !lanes.containsKey(chat)) {
            var lane = new Lane();
            lanes.put(chat, lane);
            drive(chat, lane);
        }
    }

    private void drive(ChatId chat, Lane lane) {
        if (lane.startsDriving()) {
            workers.execute(() -> run(chat, lane));
        }
    }

    private void run(ChatId chat, Lane lane) {
        var pause = new Pause();
        try {
            while (goesOn(chat, lane)) {
                step(chat, lane, pause);
            }
        } catch (InterruptedException _) {
            lane.stopsDriving();
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void step(ChatId chat, Lane lane, Pause pause) throws InterruptedException {
        try {
            switch (next(chat, lane)) {
                case Lane.Next.Update(var update) -> {
                    handle(lane, update);
                    pause.over();
                }
                case Lane.Next.Nothing _ -> pause.over();
                case Lane.Next.Unknown _ -> pause.forAnotherInstance();
            }
        } catch (StorageUnavailable e) {
            LOG.warn("The updates of a chat wait for the database: {}", e.getMessage());
            pause.forTheDatabase();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            LOG.error("The updates of a chat wait", e);
            pause.forTheDatabase();
        }
    }

    /** Whatever else escapes the handler must not stop the lane, or the chat would be dead for ever. */
    @SuppressWarnings("IllegalCatch")
    private void handle(Lane lane, Reading.Understood update) {
        var done = true;
        try {
            done = handler.handle(update);
        } catch (StorageUnavailable e) {
            throw e;
        } catch (Throwable e) {
            LOG.error(
                    "Update {} is lost: its handler should have caught this",
                    update.update().id(),
                    e);
        }
        if (done) {
            marks.add(update.update().id());
        }
        lane.remove(update);
    }

    /**
     * The eldest open update of the chat, once the chat is ours: what waited is replaced by what is open, because others may have
     * done some of it, and kept older ones. Unknown while another instance has the chat.
     */
    private Lane.Next next(ChatId chat, Lane lane) throws InterruptedException {
        while (true) {
            if (!claims.holds(chat)) {
                lane.outdated();
                if (!claims.claim(chat)) {
                    return new Lane.Next.Unknown();
                }
            }
            var next = lane.next();
            if (!(next instanceof Lane.Next.Unknown)) {
                return next;
            }
            read(chat, lane);
        }
    }

    /** What is told and not marked yet is looked at before what is open is read: the marks may be written meanwhile. */
    private void read(ChatId chat, Lane lane) {
        var known = lane.ids();
        var told = marks.pending();
        var all = open.of(chat, Lane.ROOM);
        var left = all.stream()
                .filter(update -> !told.contains(update.update().id()))
                .toList();
        lane.replace(
                known,
                left,
                all.size() < Lane.ROOM ? Long.MAX_VALUE : all.getLast().update().id());
    }

    /** False, and the lane is idle, and the next driver's, when there is nothing to handle, or it is another's. */
    private synchronized boolean goesOn(ChatId chat, Lane lane) {
        var more = lane.isNew() || !lane.isEmpty() || (claims.holds(chat) && lane.next() instanceof Lane.Next.Unknown);
        if (!closed && more) {
            lane.begun();
            return true;
        }
        lane.stopsDriving();
        return false;
    }

    @SuppressWarnings("IllegalCatch")
    private void settleAgainAndAgain() {
        try {
            while (!closing.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    settle();
                } catch (Throwable e) {
                    LOG.error("What is done is not marked", e);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Idle(ChatId chat, Lane lane, long turn) {}

    /** Writes the marks, then gives the chats back whose updates were all told before. */
    private void settle() {
        var idle = idle();
        if (marks.write()) {
            release(idle);
        }
    }

    private synchronized List<Idle> idle() {
        return lanes.entrySet().stream()
                .filter(lane -> !lane.getValue().isDriven())
                .map(lane ->
                        new Idle(lane.getKey(), lane.getValue(), lane.getValue().turn()))
                .toList();
    }

    private synchronized void release(List<Idle> idle) {
        var still = idle.stream()
                .filter(it -> !it.lane().isDriven() && it.lane().turn() == it.turn())
                .filter(it -> lanes.remove(it.chat(), it.lane()))
                .map(Idle::chat)
                .toList();
        claims.release(still);
    }

    /** Lets every lane end the update it is handling; what waits behind it is left to whoever lives. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        workers.shutdown();
        try {
            if (!workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
            closing.countDown();
            rounds.join(patience);
        } catch (InterruptedException _) {
            workers.shutdownNow();
            closing.countDown();
            Thread.currentThread().interrupt();
        }
        settle();
    }
}
