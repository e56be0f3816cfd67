package app.aisha.app.observe;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after what nobody tells of, so that a question about health or metrics never waits for the outside. */
@Component
class Pulse {

    private final Backlog backlog;
    private final Stores stores;

    Pulse(Backlog backlog, Stores stores) {
        this.backlog = backlog;
        this.stores = stores;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void backlog() {
        backlog.look();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void stores() {
        stores.ask();
    }
}
