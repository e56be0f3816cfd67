package app.aisha.app.web;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** She serves people, though not all of what they want. A load balancer has no better place to send them to. */
final class Degraded {

    static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}

    static Health.Builder unless(boolean fine) {
        return fine ? Health.up() : Health.status(STATUS);
    }
}
