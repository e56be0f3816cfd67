package app.aisha.app.story;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSimulator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a {@link Household} is told by its environment. */
final class Variables {

    private Variables() {}

    /** To train there, and to be called back. */
    static Map<String, String> of(FalSimulator fal) throws IOException {
        var port = Balancer.freePort();
        return Map.of(
                "AISHA_PORT", String.valueOf(port),
                "FAL_API_KEY", FalSettings.SANDBOX_KEY,
                "FAL_QUEUE_URL", fal.queue().toString(),
                "FAL_REST_URL", fal.rest().toString(),
                "FAL_PLATFORM_URL", fal.platform().toString(),
                "FAL_WEBHOOK_URL", "http://127.0.0.1:" + port);
    }

    /** To keep everything in this database. */
    static Map<String, String> of(EmbeddedPostgres postgres) {
        var login = postgres.user() + ":" + URLEncoder.encode(postgres.password(), StandardCharsets.UTF_8) + "@";
        return Map.of("DATABASE_URL", postgres.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + login));
    }

    /** Both; what the second names counts. */
    static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
        var all = new HashMap<>(first);
        all.putAll(second);
        return all;
    }
}
