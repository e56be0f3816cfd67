package app.aisha.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.checkup.Finding;
import app.aisha.core.checkup.Finding.Level;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisCheckupTest {

    @RegisterExtension
    static final Redis REDIS = new Redis();

    private static List<Finding> findings(URI server) {
        return new RedisCheckup(server).findings();
    }

    private static void configure(String name, String value) {
        try (var client = RedisClient.create(REDIS.uri().toString());
                var connection = client.connect()) {
            connection.sync().configSet(name, value);
        }
    }

    @Test
    void aServerThatAnswersIsFine() {
        assertThat(findings(REDIS.uri())).extracting(Finding::level).containsExactly(Level.OK, Level.OK);
        assertThat(findings(REDIS.uri()).getFirst().sentence()).startsWith("7.");
    }

    @Test
    void aFullServerThatWouldRefuseWhatIsNewIsDoubtful() {
        configure("maxmemory", "100mb");
        try {
            assertThat(findings(REDIS.uri()).getLast().level()).isEqualTo(Level.WARN);
            configure("maxmemory-policy", "volatile-ttl");
            assertThat(findings(REDIS.uri()).getLast())
                    .isEqualTo(Finding.fine("Redis memory", "limited, policy volatile-ttl"));
        } finally {
            configure("maxmemory-policy", "noeviction");
            configure("maxmemory", "0");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutThePassword() {
        assertThat(findings(URI.create("redis://:very-secret@127.0.0.1:1/0")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.FAIL))
                .satisfies(finding -> assertThat(finding.sentence()).isEqualTo("does not answer at 127.0.0.1:1"));
    }

    @Test
    void aPasswordThatIsMissingIsSaid() {
        configure("requirepass", "right");
        try {
            assertThat(findings(REDIS.uri()))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.FAIL))
                    .satisfies(finding -> assertThat(finding.sentence()).isEqualTo("refuses to serve (NOAUTH)"));
        } finally {
            try (var client = RedisClient.create(
                            "redis://:right@127.0.0.1:" + REDIS.uri().getPort());
                    var connection = client.connect()) {
                connection.sync().configSet("requirepass", "");
            }
        }
    }
}
