package app.aisha.app.web;

import app.aisha.app.observe.Circuits;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Degraded while a provider is known to do nothing. */
@Component
class ProvidersHealth implements HealthIndicator {

    private final Circuits circuits;

    ProvidersHealth(Circuits circuits) {
        this.circuits = circuits;
    }

    @Override
    public Health health() {
        var out = circuits.open();
        return Degraded.unless(out.isEmpty()).withDetail("out", out).build();
    }
}
