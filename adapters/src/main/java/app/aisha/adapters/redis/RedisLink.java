package app.aisha.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to Redis, made when it is first needed and again whenever it was lost. Redis holds only what may be
 * lost, so while it is away a question has no answer and costs at most half a second, and those of the next second cost
 * nothing. Thread-safe.
 */
public final class RedisLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final ClientResources resources;
    private final RedisClient client;
    private final InstantSource clock;
    private final Watch watch;

    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile Instant restingUntil = Instant.MIN;
    private Instant silentUntil = Instant.MIN;

    /** Told of every question. */
    @FunctionalInterface
    public interface Watch {

        void asked(Reply reply, Duration took);
    }

    /** What became of a question. */
    public enum Reply {
        ANSWERED,
        /** Redis answered that it will not do this. */
        REFUSED,
        FAILED,
        /** Not asked, because Redis was away a moment ago. */
        SPARED
    }

    /** Watched by nobody. */
    public RedisLink(URI server, InstantSource clock) {
        this(server, clock, (_, _) -> {});
    }

    /**
     * Asks nothing of the server yet.
     *
     * @param server such as {@code redis://:password@host:6379/0}; {@code rediss} for TLS
     */
    public RedisLink(URI server, InstantSource clock, Watch watch) {
        this.clock = clock;
        this.watch = watch;
        this.resources = ClientResources.builder()
                .reconnectDelay(Delay.exponential(Duration.ofMillis(50), REST, 2, TimeUnit.MILLISECONDS))
                .build();
        var uri = RedisURI.create(server);
        uri.setTimeout(PATIENCE);
        this.client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
    }

    /** What Redis answers; empty where it answers nothing or does not answer. */
    <T> Optional<T> ask(Function<RedisCommands<String, String>, @Nullable T> question) {
        var begun = clock.instant();
        if (begun.isBefore(restingUntil)) {
            watch.asked(Reply.SPARED, Duration.ZERO);
            return Optional.empty();
        }
        var reply = Reply.FAILED;
        try {
            var answer = Optional.ofNullable(question.apply(connected().sync()));
            reply = Reply.ANSWERED;
            return answer;
        } catch (RedisCommandExecutionException refusal) {
            reply = Reply.REFUSED;
            warn(refusal);
            return Optional.empty();
        } catch (RedisException failure) {
            restingUntil = clock.instant().plus(REST);
            warn(failure);
            return Optional.empty();
        } finally {
            watch.asked(reply, Duration.between(begun, clock.instant()));
        }
    }

    /** Whether Redis answers at this moment; takes at most half a second. */
    public boolean answers() {
        return ask(RedisCommands::ping).isPresent();
    }

    private StatefulRedisConnection<String, String> connected() {
        var open = connection;
        return open != null ? open : connect();
    }

    private synchronized StatefulRedisConnection<String, String> connect() {
        var open = connection;
        if (open == null) {
            if (clock.instant().isBefore(restingUntil)) {
                throw new RedisException("Redis was away a moment ago");
            }
            open = client.connect();
            connection = open;
        }
        return open;
    }

    private synchronized void warn(RedisException failure) {
        var now = clock.instant();
        if (now.isBefore(silentUntil)) {
            LOG.debug("Redis still does not answer", failure);
            return;
        }
        silentUntil = now.plus(BETWEEN_WARNINGS);
        LOG.warn("Redis does not answer, so dialogs may be forgotten and limits not kept: {}", failure.toString());
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
