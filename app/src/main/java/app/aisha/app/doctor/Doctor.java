package app.aisha.app.doctor;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes every checkup, all at once; one that fails or does not end holds up no other. */
public final class Doctor {

    private final Duration patience;

    /**
     * Bounds the whole.
     *
     * @param patience how long is waited for the slowest
     */
    public Doctor(Duration patience) {
        this.patience = patience;
    }

    /** What was found, in the order of the checkups. */
    public List<Finding> examine(List<Checkup> checkups) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        // Not closed, because that would wait for those that do not end.
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var runs = checkups.stream()
                    .map(checkup -> threads.submit(checkup::findings))
                    .toList();
            var findings = new ArrayList<Finding>();
            for (var i = 0; i < runs.size(); i++) {
                findings.addAll(result(checkups.get(i).subject(), runs.get(i), deadline));
            }
            return List.copyOf(findings);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Finding> result(String subject, Future<List<Finding>> run, long deadline) throws InterruptedException {
        try {
            return run.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return List.of(Finding.wrong(
                    subject,
                    "no answer within %d s".formatted(patience.toSeconds()),
                    "look at the address, the network and the firewall on the way there"));
        } catch (ExecutionException e) {
            return List.of(Finding.wrong(
                    subject,
                    "looking at it failed (%s)"
                            .formatted(Objects.requireNonNullElse(e.getCause(), e)
                                    .getClass()
                                    .getSimpleName()),
                    "report this: it is a mistake in the program"));
        }
    }
}
