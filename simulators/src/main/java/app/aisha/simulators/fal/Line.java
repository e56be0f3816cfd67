package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The account's requests: so many run, the others wait in order of arrival, those of low priority last. Thread-safe. */
final class Line {
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final int places;
    private final InstantSource clock;
    private final Function<Job, Duration> lasting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Job> all = new LinkedHashMap<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Job> running = new ArrayList<>();
    private final List<Job> started = new ArrayList<>();

    /** @param lasting how long each is to run */
    Line(int places, InstantSource clock, Function<Job, Duration> lasting) {
        this.places = places;
        this.clock = clock;
        this.lasting = lasting;
    }

    void add(Job job) {
        locked(() -> {
            all.put(job.id(), job);
            var place = waiting.size();
            while (!job.terms().low()
                    && place > 0
                    && waiting.get(place - 1).terms().low()) {
                place--;
            }
            waiting.add(place, job);
            return place;
        });
    }

    Optional<Job> find(String id) {
        return locked(() -> Optional.ofNullable(all.get(id)));
    }

    /** All there ever were, oldest first. */
    List<Job> all() {
        return locked(() -> List.copyOf(all.values()));
    }

    List<Job> running() {
        return locked(() -> List.copyOf(running));
    }

    /** How many wait before this one; 0 also when it does not wait. */
    int ahead(Job job) {
        return locked(() -> Math.max(0, waiting.indexOf(job)));
    }

    int waitingAt(Model model) {
        return locked(() -> (int) waiting.stream()
                .filter(job -> job.model().id().equals(model.id()))
                .count());
    }

    /** Starts as many as there are places for; gives those that were started since it was last asked. */
    List<Job> takeStarted() {
        return locked(() -> {
            fillPlaces();
            var taken = List.copyOf(started);
            started.clear();
            return taken;
        });
    }

    private void fillPlaces() {
        while (running.size() < places && !waiting.isEmpty()) {
            started.add(start(waiting.getFirst(), lasting.apply(waiting.getFirst())));
        }
    }

    /** Starts one that waits whether there is a place or not. */
    void startAtOnce(Job job) {
        locked(() -> start(job, Duration.ZERO));
    }

    private Job start(Job job, Duration lasting) {
        waiting.remove(job);
        running.add(job);
        job.enter(new Stage.Running(clock.instant(), lasting));
        changed.signalAll();
        return job;
    }

    /** Ends it and gives its place to the next; false when it had ended before. */
    boolean end(Job job, Outcome outcome) {
        return locked(() -> {
            @Nullable Instant since = null;
            switch (job.stage()) {
                case Stage.Ended _ -> {
                    return false;
                }
                case Stage.Running run -> since = run.since();
                case Stage.Queued _ -> {}
            }
            waiting.remove(job);
            running.remove(job);
            job.enter(new Stage.Ended(since, clock.instant(), outcome));
            fillPlaces();
            changed.signalAll();
            return true;
        });
    }

    /** Ends it unless it has begun. */
    boolean endIfWaiting(Job job, Outcome outcome) {
        return locked(() -> job.stage() instanceof Stage.Queued && end(job, outcome));
    }

    /** Returns when this is no longer so, at the latest after that time. */
    void awaitEnd(BooleanSupplier unchanged, Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        lock.lock();
        try {
            while (unchanged.getAsBoolean() && System.nanoTime() < end) {
                // Progress in a log is not signalled.
                var _ = changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
