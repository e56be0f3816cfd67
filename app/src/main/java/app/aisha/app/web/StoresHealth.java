package app.aisha.app.web;

import app.aisha.app.observe.Stores;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Degraded while the media store or Redis does not answer: recordings wait, dialogs are forgotten, the rest goes on. */
@Component
class StoresHealth implements HealthIndicator {

    private final Stores stores;

    StoresHealth(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Health health() {
        return Degraded.unless(stores.mediaAnswers() && stores.redisAnswers())
                .withDetail("media", stores.mediaAnswers())
                .withDetail("redis", stores.redisAnswers())
                .build();
    }
}
