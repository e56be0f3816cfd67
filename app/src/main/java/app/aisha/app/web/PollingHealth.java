package app.aisha.app.web;

import app.aisha.adapters.telegram.LongPolling;
import app.aisha.app.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when no poll of Telegram succeeded for two minutes; a webhook has nothing to say here. */
@Component
class PollingHealth implements HealthIndicator {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final LongPolling polling;
    private final Settings settings;
    private final InstantSource clock;

    PollingHealth(LongPolling polling, Settings settings, InstantSource clock) {
        this.polling = polling;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (settings.webhook().isPresent()) {
            return Health.up().withDetail("intake", "webhook").build();
        }
        var silence = Duration.between(polling.lastSuccess(), clock.instant());
        var health = silence.compareTo(LONGEST_SILENCE) < 0 ? Health.up() : Health.down();
        return health.withDetail("intake", "polling")
                .withDetail("lastSuccessSecondsAgo", silence.toSeconds())
                .build();
    }
}
