package app.aisha.adapters.postgres;

import app.aisha.bot.intake.ChatClaims;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims as advisory locks of one session, asked for in batches. They are gone as soon as the process dies; one that stands
 * still (stopped, or cut off) loses them after 15 s and believes in them for 10. Needs a
 * connection of its own to the server, not a pooler's that changes sessions between transactions. Thread-safe.
 */
public final class PostgresClaims implements ChatClaims, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresClaims.class);

    /** Any number will do that other locks of this database do not use. */
    private static final long CHATS = 0x6169_7368_6100_0000L;

    private static final long POLLING = 0x706f_6c6c_696e_6701L;

    /** After this the server gives the claims of a session to others; before that they are believed in no longer. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration BELIEF = Duration.ofSeconds(10);

    /** How soon a session that the server ended is noticed. */
    private static final Duration TICK = Duration.ofMillis(250);

    /**
     * After a session was lost and another is opened, what others may still have is left to them for as long as it may take
     * them to come back too, and to mark what they had done.
     */
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** For so long whoever cannot poll leaves it to others. */
    private static final Duration REST = Duration.ofSeconds(3);

    private static final int BATCH = 500;

    /** The server's table of locks has room for some 6,000, unless it is told otherwise. */
    private static final int MOST = 1_000;

    private final DataSource connections;
    private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final List<Order.Claim> forLater = new ArrayList<>();

    /** What is believed in. */
    private final Set<ChatId> held = ConcurrentHashMap.newKeySet();

    /** What the server has locked for the session. */
    private final Set<ChatId> locked = new HashSet<>();

    private Set<ChatId> lost = Set.of();
    private boolean graces;
    private long graceEnds = System.nanoTime();
    private final Thread loop;
    private @Nullable ClaimSession session;
    private volatile long confirmed = System.nanoTime();
    private volatile boolean candidate;
    private volatile boolean leads;
    private volatile boolean another;
    private volatile long restEnds = System.nanoTime();
    private volatile boolean closed;

    private sealed interface Order {

        record Claim(ChatId chat, CompletableFuture<Boolean> granted) implements Order {}

        record Release(Collection<ChatId> chats) implements Order {}
    }

    /**
     * Makes ready to claim.
     *
     * @param connections opens a new connection each time
     */
    public PostgresClaims(DataSource connections) {
        this.connections = connections;
        this.loop = Thread.ofVirtual().name("claims").start(this::run);
    }

    @Override
    public boolean claim(ChatId chat) throws InterruptedException {
        var order = new Order.Claim(chat, new CompletableFuture<>());
        orders.add(order);
        if (closed) {
            order.granted().complete(false);
        }
        try {
            return order.granted().get();
        } catch (ExecutionException e) {
            throw new StorageUnavailable("The database grants no claim", e);
        }
    }

    @Override
    public boolean holds(ChatId chat) {
        return held.contains(chat) && isBelieved();
    }

    @Override
    public void release(Collection<ChatId> chats) {
        if (!chats.isEmpty()) {
            chats.forEach(held::remove);
            orders.add(new Order.Release(List.copyOf(chats)));
        }
    }

    /** True while this is the one instance that polls; whoever asks is a candidate from then on. */
    public boolean mayPoll() {
        candidate = true;
        return leads && isBelieved() && !rests();
    }

    /** True while another instance is known to be the one that polls. */
    public boolean anotherPolls() {
        return another && isBelieved();
    }

    /** Leaves polling to others for a moment; where there are none, it comes back. */
    public void standDown() {
        restEnds = System.nanoTime() + REST.toNanos();
    }

    private boolean rests() {
        return System.nanoTime() - restEnds < 0;
    }

    private boolean isBelieved() {
        return System.nanoTime() - confirmed < BELIEF.toNanos();
    }

    @SuppressWarnings("IllegalCatch")
    private void run() {
        while (!closed) {
            var batch = new ArrayList<Order>();
            try {
                var first = orders.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    orders.drainTo(batch, BATCH);
                }
                serve(batch);
            } catch (InterruptedException _) {
                closed = true;
            } catch (Throwable e) {
                lose(batch, e);
            }
        }
        lose(orders, new SQLException("The program is closing"));
    }

    /** The server is asked first whether the session lives: only then is anything believed in. */
    private void serve(List<Order> batch) throws SQLException {
        var begun = System.nanoTime();
        var live = session == null ? open() : session;
        session = live;
        live.ping();
        for (var order : batch) {
            switch (order) {
                case Order.Claim claim -> forLater.add(claim);
                case Order.Release(var chats) -> unlock(live, chats);
            }
        }
        var refused = lock(live);
        lead(live);
        confirmed = begun;
        grant(refused);
    }

    private ClaimSession open() throws SQLException {
        var live = ClaimSession.open(connections, SILENCE);
        if (graces) {
            graces = false;
            graceEnds = System.nanoTime() + GRACE.toNanos();
        }
        return live;
    }

    private void lead(ClaimSession live) throws SQLException {
        var rests = rests();
        if (leads && rests) {
            LOG.warn("This instance cannot poll and leaves it to others");
            live.unlock(Set.of(POLLING));
            leads = false;
        }
        if (candidate && !leads && !rests) {
            leads = !live.lock(Set.of(POLLING)).isEmpty();
            another = !leads;
            if (leads) {
                LOG.info("This instance polls");
            }
        }
    }

    private void unlock(ClaimSession live, Collection<ChatId> chats) throws SQLException {
        live.unlock(
                chats.stream().filter(locked::remove).map(PostgresClaims::key).toList());
    }

    /** Asks for what is wanted and not locked, and tells what others have; those for whom there is no room, or no right yet, wait. */
    private Set<ChatId> lock(ClaimSession live) throws SQLException {
        var grace = System.nanoTime() - graceEnds < 0;
        Map<ChatId, Long> wanted = forLater.stream()
                .map(Order.Claim::chat)
                .distinct()
                .filter(chat -> !locked.contains(chat) && (!grace || lost.contains(chat)))
                .limit(Math.max(0, MOST - locked.size()))
                .collect(Collectors.toMap(Function.identity(), PostgresClaims::key));
        var got = live.lock(wanted.values());
        wanted.forEach((chat, key) -> {
            if (got.contains(key)) {
                locked.add(chat);
            }
        });
        return wanted.keySet().stream().filter(chat -> !locked.contains(chat)).collect(Collectors.toSet());
    }

    private void grant(Set<ChatId> refused) {
        for (var claims = forLater.iterator(); claims.hasNext(); ) {
            var claim = claims.next();
            if (locked.contains(claim.chat())) {
                held.add(claim.chat());
                claims.remove();
                claim.granted().complete(true);
            } else if (refused.contains(claim.chat())) {
                claims.remove();
                claim.granted().complete(false);
            }
        }
    }

    private void lose(Collection<Order> batch, Throwable why) {
        if (!closed && (!locked.isEmpty() || leads)) {
            LOG.warn("{} claims are lost: {}", locked.size(), why.getMessage());
        }
        if (session != null) {
            lost = Set.copyOf(locked);
            graces = true;
            session.close();
            session = null;
        }
        held.clear();
        locked.clear();
        leads = false;
        another = false;
        forLater.forEach(claim -> claim.granted().completeExceptionally(why));
        forLater.clear();
        batch.forEach(order -> {
            if (order instanceof Order.Claim claim) {
                claim.granted().completeExceptionally(why);
            }
        });
    }

    private static Long key(ChatId chat) {
        return CHATS ^ chat.value();
    }

    /** Gives everything back. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        try {
            loop.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
