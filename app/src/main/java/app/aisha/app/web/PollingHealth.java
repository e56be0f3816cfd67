package app.aisha.app.web;

import app.aisha.adapters.telegram.LongPolling;
import app.aisha.app.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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

    PollingHealth(LongPolling polling, Settings settings, InstantSource clock, MeterRegistry meters) {
        this.polling = polling;
        this.settings = settings;
        this.clock = clock;
        if (settings.webhook().isEmpty()) {
            Gauge.builder("aisha.polling.silence", this, it -> it.silence().toMillis() / 1000.0)
                    .description("Since when no poll of Telegram was answered well")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private Duration silence() {
        return Duration.between(polling.lastSuccess(), clock.instant());
    }

    @Override
    public Health health() {
        if (settings.webhook().isPresent()) {
            return Health.up().withDetail("intake", "webhook").build();
        }
        var silence = silence();
        var health = silence.compareTo(LONGEST_SILENCE) < 0 ? Health.up() : Health.down();
        return health.withDetail("intake", "polling")
                .withDetail("lastSuccessSecondsAgo", silence.toSeconds())
                .build();
    }
}
