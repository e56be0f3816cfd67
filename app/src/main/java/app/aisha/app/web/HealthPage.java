package app.aisha.app.web;

import java.util.Map;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One word about health on the port that load balancers and containers see: 200, or 503 where it is time to act. Everything
 * else is on the management port.
 */
@RestController
class HealthPage {

    private final HealthEndpoint health;

    HealthPage(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> whole() {
        return answer(health.health().getStatus());
    }

    /** Whether the process is worth keeping. */
    @GetMapping("/actuator/health/liveness")
    ResponseEntity<Map<String, String>> liveness() {
        return group("liveness");
    }

    /** Whether requests should come here. */
    @GetMapping("/actuator/health/readiness")
    ResponseEntity<Map<String, String>> readiness() {
        return group("readiness");
    }

    private ResponseEntity<Map<String, String>> group(String name) {
        var found = health.healthForPath(name);
        return answer(found == null ? Status.UNKNOWN : found.getStatus());
    }

    private static ResponseEntity<Map<String, String>> answer(Status status) {
        var bad = Status.DOWN.equals(status) || Status.OUT_OF_SERVICE.equals(status);
        return ResponseEntity.status(bad ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(Map.of("status", status.getCode()));
    }
}
