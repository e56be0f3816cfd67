package app.aisha.bot.intake;

import app.aisha.core.work.StorageUnavailable;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Lets updates that arrive one by one at the same moment share a commit. Thread-safe. */
public final class GroupedIntake implements AutoCloseable {

    private static final int MOST = 200;

    private record Arrival(Reading reading, CompletableFuture<Void> kept) {}

    private final Intake intake;
    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Thread loop;

    public GroupedIntake(Intake intake) {
        this.intake = intake;
        this.loop = Thread.ofVirtual().name("grouped-intake").start(this::run);
    }

    /**
     * Completes once the update is kept, exceptionally with {@link StorageUnavailable} when it is not. Who is about to pay waits
     * for nobody's commit.
     */
    public CompletableFuture<Void> accept(String json) {
        var reading = intake.read(json);
        if (reading instanceof Reading.PreCheckout asked) {
            intake.ask(asked);
            return CompletableFuture.completedFuture(null);
        }
        var arrival = new Arrival(reading, new CompletableFuture<>());
        arrivals.add(arrival);
        return arrival.kept();
    }

    @SuppressWarnings("IllegalCatch")
    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            var batch = new ArrayList<Arrival>();
            try {
                batch.add(arrivals.take());
                arrivals.drainTo(batch, MOST);
                intake.take(batch.stream().map(Arrival::reading).toList());
                batch.forEach(arrival -> arrival.kept().complete(null));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                batch.forEach(arrival -> arrival.kept().completeExceptionally(e));
            }
        }
    }

    /** What is not kept by now is answered by nobody; the platform sends it again. */
    @Override
    public void close() {
        loop.interrupt();
    }
}
