package app.aisha.bot.delivery;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.routing.Pages;
import app.aisha.bot.screen.Page;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.work.Notice;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the notices of the outbox: the first of an anchor as a message, later ones as edits of it, in order within a
 * chat, never faster than the platform allows. A notice is lost only where nothing answers for three days, and doubled only
 * where a send was cut off by a crash or a missing answer; {@link #possibleDuplicates()} counts those.
 */
public final class OutboxSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    /** Telegram punishes edits faster than 1.5 to 3 s with minutes of silence. */
    private static final Duration EDIT_INTERVAL = Duration.ofMillis(2_500);

    /** After a death somebody else goes on with its deliveries this late. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration PROLONGING = LEASE.dividedBy(4);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int AT_ONCE = 50;
    private static final int QUICK_ATTEMPTS = 30;
    private static final Duration RARE_PAUSE = Duration.ofMinutes(5);

    /** For three days: whatever keeps answers away is over some time, and what cannot be worded may be by another program. */
    private static final int MOST_ATTEMPTS = QUICK_ATTEMPTS + 3 * 24 * 12;

    private final OutboxQueue queue;
    private final Users users;
    private final List<Announcer> announcers;
    private final Pages pages;
    private final Messenger messenger;
    private final HeldParcels held;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicLong possibleDuplicates = new AtomicLong();
    private final Thread loop;
    private final Thread prolonging;
    private volatile boolean closed;

    public OutboxSender(OutboxQueue queue, Users users, List<Announcer> announcers, Pages pages, Messenger messenger) {
        this(queue, users, announcers, pages, messenger, System::nanoTime);
    }

    OutboxSender(
            OutboxQueue queue,
            Users users,
            List<Announcer> announcers,
            Pages pages,
            Messenger messenger,
            LongSupplier nanoTime) {
        this.queue = queue;
        this.users = users;
        this.announcers = List.copyOf(announcers);
        this.pages = pages;
        this.messenger = messenger;
        this.held = new HeldParcels(queue, LEASE, nanoTime);
        this.loop = Thread.ofVirtual().name("outbox").unstarted(this::run);
        this.prolonging = Thread.ofVirtual().name("outbox-claims").unstarted(this::prolongAgainAndAgain);
    }

    public void start() {
        loop.start();
        prolonging.start();
    }

    private void prolongAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(PROLONGING);
                prolong();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void prolong() {
        try {
            held.prolong();
        } catch (RuntimeException e) {
            LOG.warn("Claims of deliveries under way are not prolonged: {}", e.toString());
        }
    }

    /** Says that something new is in the outbox. */
    public void wake() {
        wake.release();
    }

    /** How many messages were sent again since the start although an earlier send may have reached the person. */
    public long possibleDuplicates() {
        return possibleDuplicates.get();
    }

    @SuppressWarnings("IllegalCatch")
    private void run() {
        while (!closed) {
            try {
                deliverAll();
                if (wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.warn("The outbox waits: {}", e.toString());
                closed = closed || !waited();
            }
        }
    }

    private static boolean waited() {
        try {
            Thread.sleep(POLL);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /** A slow delivery keeps its own place and nobody else's: whoever is claimed starts at once. */
    private void deliverAll() throws InterruptedException {
        var free = room.availablePermits();
        while (!closed && free > 0) {
            var parcels = held.claim(free);
            if (parcels.isEmpty()) {
                return;
            }
            for (var parcel : parcels) {
                room.acquire();
                Thread.startVirtualThread(() -> deliverAndTell(parcel));
            }
            free = room.availablePermits();
        }
    }

    private void deliverAndTell(Parcel parcel) {
        try {
            deliver(parcel);
        } finally {
            held.letGo(parcel);
            room.release();
            wake.release();
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void deliver(Parcel parcel) {
        try {
            var user = users.find(parcel.recipient()).filter(User::reachable);
            var page = user.flatMap(known -> parcel.notice().flatMap(notice -> page(notice, known)));
            if (!held.isHeld(parcel)) {
                LOG.warn("Parcel {} took too long to be begun and is another instance's by now", parcel.id());
            } else if (page.isEmpty()) {
                queue.dropped(parcel);
            } else {
                settle(parcel, page.get(), show(parcel, user.orElseThrow(), page.get()), user.orElseThrow());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (StorageUnavailable e) {
            LOG.warn("Parcel {} waits for the database: {}", parcel.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Parcel {} cannot be worded", parcel.id(), e);
            if (held.isHeld(parcel)) {
                postpone(parcel, e.toString());
            }
        }
    }

    private Optional<Page> page(Notice notice, User user) {
        return announcers.stream()
                .flatMap(announcer -> announcer.announce(notice, user).stream())
                .findFirst()
                .map(screen -> pages.page(screen, user.language()));
    }

    private Delivery show(Parcel parcel, User user, Page page) throws InterruptedException {
        if (parcel.message().isEmpty()) {
            return send(parcel, user, page);
        }
        if (parcel.shown().filter(description(page)::equals).isPresent()) {
            return new Delivery.Delivered(parcel.message().getAsLong());
        }
        return switch (messenger.edit(user.chat(), parcel.message().getAsLong(), page)) {
            case Delivery.NoSuchMessage _ -> send(parcel, user, page);
            case Delivery other -> other;
        };
    }

    private Delivery send(Parcel parcel, User user, Page page) throws InterruptedException {
        if (parcel.attempts().sendWasCut()) {
            possibleDuplicates.incrementAndGet();
            LOG.warn("Parcel {} may reach its chat twice: an earlier send was cut off", parcel.id());
        }
        return messenger.send(user.chat(), page);
    }

    /** What is known of the person counts also when it comes late; what ends a claim would end another's by then. */
    private void settle(Parcel parcel, Page page, Delivery delivery, User user) {
        switch (delivery) {
            case Delivery.Delivered(var message) -> queue.delivered(parcel, message, description(page), EDIT_INTERVAL);
            case Delivery.Unreachable _ -> {
                users.setReachable(user.chat(), false);
                queue.unreachable(parcel.recipient());
            }
            case Delivery late
            when !held.isHeld(parcel) ->
                LOG.warn(
                        "Parcel {} is another instance's by now, so its end counts for nothing: {}", parcel.id(), late);
            case Delivery.Pause(var length) -> queue.paused(parcel, length);
            case Delivery.NoSuchMessage _ -> postpone(parcel, "no such message");
            case Delivery.Refused(var reason) -> {
                LOG.error("Parcel {} is refused for good: {}", parcel.id(), reason);
                queue.dropped(parcel);
            }
            case Delivery.Unknown(var reason) -> postpone(parcel, reason);
        }
    }

    private void postpone(Parcel parcel, String reason) {
        var failed = parcel.attempts().failed();
        if (failed >= MOST_ATTEMPTS) {
            LOG.error("Parcel {} is given up: {}", parcel.id(), reason);
            queue.dropped(parcel);
            return;
        }
        queue.failed(parcel, pauseAfter(failed));
    }

    private static Duration pauseAfter(int failed) {
        if (failed >= QUICK_ATTEMPTS) {
            return RARE_PAUSE;
        }
        var pause = Duration.ofSeconds(1L << Math.min(failed, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String description(Page page) {
        return Integer.toHexString(page.hashCode());
    }

    /** Ends the deliveries under way. */
    @Override
    public void close() {
        closed = true;
        wake.release();
        if (!loop.isAlive()) {
            return;
        }
        try {
            loop.join(FAREWELL);
            if (!room.tryAcquire(AT_ONCE, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Deliveries under way are left to the next start");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            prolonging.interrupt();
        }
    }
}
