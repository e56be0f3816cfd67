package app.aisha.app.wiring;

import app.aisha.adapters.filesystem.FilesystemMediaStore;
import app.aisha.adapters.memory.InProcessChatMemory;
import app.aisha.adapters.memory.InProcessRateLimits;
import app.aisha.adapters.redis.RedisChatMemory;
import app.aisha.adapters.redis.RedisLink;
import app.aisha.adapters.redis.RedisRateLimits;
import app.aisha.adapters.s3.S3MediaStore;
import app.aisha.adapters.s3.S3Settings;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.WatchedMedia;
import app.aisha.app.settings.Settings;
import app.aisha.bot.gallery.RememberedViews;
import app.aisha.bot.routing.ChatMemory;
import app.aisha.bot.routing.RateLimits;
import app.aisha.bot.routing.RateLimits.Kind;
import app.aisha.bot.routing.RateLimits.Limit;
import app.aisha.core.account.Users;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.privacy.MediaOfKnownPeople;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Media in S3 or in a folder; what a chat remembers in Redis or in the process. */
@Configuration(proxyBeanMethods = false)
class StoresWiring {

    private static final int CHATS = 100_000;
    private static final String REGION = "us-east-1";
    private static final Map<Kind, Limit> LIMITS = Map.of(
            Kind.MESSAGE, new Limit(60, Duration.ofSeconds(30)),
            Kind.RECORDING, new Limit(60, Duration.ofMinutes(1)),
            Kind.PROMO, new Limit(10, Duration.ofMinutes(10)));

    @Bean
    MediaStore media(Settings settings, Users users, Calls calls) throws IOException, MediaUnavailable {
        return new MediaOfKnownPeople(new WatchedMedia(store(settings), calls), users);
    }

    private static MediaStore store(Settings settings) throws IOException, MediaUnavailable {
        if (settings.s3().isEmpty()) {
            return new FilesystemMediaStore(settings.general().data().resolve("media"));
        }
        var s3 = settings.s3().get();
        var store = new S3MediaStore(
                new S3Settings(s3.endpoint(), REGION, s3.bucket(), s3.accessKey(), s3.secretKey(), true));
        store.open();
        return store;
    }

    @Bean
    Redis redis(Settings settings, InstantSource clock, MeterRegistry meters) {
        var timers = new EnumMap<RedisLink.Reply, Timer>(RedisLink.Reply.class);
        for (var reply : RedisLink.Reply.values()) {
            timers.put(
                    reply,
                    Timer.builder("aisha.redis.calls")
                            .description("What is asked of Redis")
                            .tag("outcome", Calls.name(reply))
                            .register(meters));
        }
        return new Redis(settings.redis()
                .map(server -> new RedisLink(
                        server,
                        clock,
                        (reply, took) ->
                                Objects.requireNonNull(timers.get(reply)).record(took))));
    }

    @Bean
    ChatMemory chatMemory(Redis redis, InstantSource clock) {
        return redis.link()
                .<ChatMemory>map(RedisChatMemory::new)
                .orElseGet(() -> new InProcessChatMemory(clock, CHATS));
    }

    /** Apart from what is awaited, which would push it out. */
    @Bean
    RememberedViews rememberedViews(Redis redis, InstantSource clock) {
        return new RememberedViews(redis.link()
                .<ChatMemory>map(link -> new RedisChatMemory(link, "views"))
                .orElseGet(() -> new InProcessChatMemory(clock, CHATS)));
    }

    @Bean
    RateLimits rateLimits(Redis redis, InstantSource clock) {
        return redis.link()
                .<RateLimits>map(link -> new RedisRateLimits(link, LIMITS, clock))
                .orElseGet(() -> new InProcessRateLimits(LIMITS, clock, CHATS));
    }

    /** Perhaps a Redis; an {@link Optional} of its own would be taken for an optional bean. */
    record Redis(Optional<RedisLink> link) implements AutoCloseable {

        @Override
        public void close() {
            link.ifPresent(RedisLink::close);
        }
    }
}
