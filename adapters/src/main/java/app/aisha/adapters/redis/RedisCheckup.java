package app.aisha.adapters.redis;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Whether Redis answers and is new enough, and what it does when it is full. */
public final class RedisCheckup implements Checkup {

    private static final String REDIS = "Redis";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OLDEST = 6;

    private final URI server;

    /** As REDIS_URL has it; connects to nothing yet. */
    public RedisCheckup(URI server) {
        this.server = server;
    }

    @Override
    public String subject() {
        return REDIS;
    }

    @Override
    public List<Finding> findings() {
        var address = RedisURI.create(server);
        address.setTimeout(PATIENCE);
        try (var client = RedisClient.create(address)) {
            client.setOptions(ClientOptions.builder()
                    .autoReconnect(false)
                    .socketOptions(
                            SocketOptions.builder().connectTimeout(PATIENCE).build())
                    .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                    .build());
            try (var connection = client.connect()) {
                connection.sync().ping();
                return described(connection.sync().info());
            }
        } catch (RedisCommandExecutionException refusal) {
            return List.of(refused(refusal));
        } catch (RedisException failure) {
            return List.of(
                    failure.getCause() instanceof RedisCommandExecutionException refusal ? refused(refusal) : silent());
        }
    }

    private Finding silent() {
        return Finding.wrong(
                REDIS,
                "does not answer at %s:%d"
                        .formatted(server.getHost(), RedisURI.create(server).getPort()),
                "look at REDIS_URL (rediss:// for TLS), the server and the firewall; without it dialogs are forgotten"
                        + " and limits not kept");
    }

    private static Finding refused(RedisCommandExecutionException refusal) {
        var word = String.valueOf(refusal.getMessage()).split(" ", 2)[0];
        return Finding.wrong(
                REDIS,
                "refuses to serve (%s)".formatted(word),
                "look at user and password in REDIS_URL and at what the user may do: docs/operations.md, Deployment");
    }

    private static List<Finding> described(String info) {
        var facts = new Properties();
        try {
            facts.load(new StringReader(info));
        } catch (IOException e) {
            throw new IllegalStateException("A string cannot be read", e);
        }
        var version = facts.getProperty("redis_version", "0").strip();
        var findings = new ArrayList<Finding>();
        findings.add(
                major(version) >= OLDEST
                        ? Finding.fine(REDIS, version)
                        : Finding.wrong(REDIS, version, "install version %d or newer".formatted(OLDEST)));
        var policy = facts.getProperty("maxmemory_policy", "unknown").strip();
        var limited = !facts.getProperty("maxmemory", "0").strip().equals("0");
        findings.add(
                limited && policy.equals("noeviction")
                        ? Finding.doubtful(
                                "Redis memory",
                                "is limited and nothing is evicted, so a full server refuses what is new",
                                "set maxmemory-policy volatile-ttl: all that is hers expires and may be lost")
                        : Finding.fine("Redis memory", limited ? "limited, policy " + policy : "not limited"));
        return findings;
    }

    private static int major(String version) {
        var digits = version.replaceFirst("\\..*", "");
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
