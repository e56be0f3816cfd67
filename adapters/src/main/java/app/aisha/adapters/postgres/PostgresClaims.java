package app.aisha.adapters.postgres;

import app.aisha.bot.intake.ChatClaims;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    /** The server's table of locks has room for some 6,000, unless it is told otherwise. */
    private static final int MOST = 1_000;

    private final DataSource connections;
    private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final List<Order.Claim> forLater = new ArrayList<>();
    private final Set<ChatId> held = ConcurrentHashMap.newKeySet();
    private final Thread loop;
    private @Nullable ClaimSession session;
    private volatile long confirmed = System.nanoTime();
    private volatile boolean candidate;
    private volatile boolean leads;
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
            throw new StorageUnavailable("The database grants no claim", e.getCause());
        }
    }

    @Override
    public boolean holds(ChatId chat) {
        return held.contains(chat) && isBelieved();
    }

    @Override
    public void release(Collection<ChatId> chats) {
        if (!chats.isEmpty()) {
            orders.add(new Order.Release(List.copyOf(chats)));
        }
    }

    /** True while this is the one instance that polls; whoever asks is a candidate from then on. */
    public boolean mayPoll() {
        candidate = true;
        return leads && isBelieved();
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
            } catch (SQLException | RuntimeException e) {
                lose(batch, e);
            }
        }
        lose(orders, new SQLException("The program is closing"));
    }

    private void serve(List<Order> batch) throws SQLException {
        var begun = System.nanoTime();
        var live = session == null ? ClaimSession.open(connections, SILENCE) : session;
        session = live;
        if (batch.isEmpty()) {
            live.ping();
        }
        for (var order : batch) {
            switch (order) {
                case Order.Claim claim -> forLater.add(claim);
                case Order.Release(var chats) -> unlock(live, chats);
            }
        }
        lock(live, begun);
        if (candidate && !leads && !live.lock(Set.of(POLLING)).isEmpty()) {
            LOG.info("This instance polls");
            leads = true;
        }
    }

    private void unlock(ClaimSession live, Collection<ChatId> chats) throws SQLException {
        var own = chats.stream().filter(held::remove).map(PostgresClaims::key).toList();
        live.unlock(own);
    }

    /** Those for whom there is no room wait for the next release. */
    private void lock(ClaimSession live, long begun) throws SQLException {
        var now = forLater.stream().limit(Math.max(0, MOST - held.size())).toList();
        Map<ChatId, Long> wanted = now.stream()
                .map(Order.Claim::chat)
                .filter(chat -> !held.contains(chat))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), PostgresClaims::key));
        var got = live.lock(wanted.values());
        wanted.forEach((chat, key) -> {
            if (got.contains(key)) {
                held.add(chat);
            }
        });
        forLater.subList(0, now.size()).clear();
        confirmed = begun;
        now.forEach(claim -> claim.granted().complete(held.contains(claim.chat())));
    }

    private void lose(Collection<Order> batch, Exception why) {
        if (!closed && (!held.isEmpty() || leads)) {
            LOG.warn("{} claims are lost: {}", held.size(), why.getMessage());
        }
        held.clear();
        leads = false;
        if (session != null) {
            session.close();
            session = null;
        }
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
