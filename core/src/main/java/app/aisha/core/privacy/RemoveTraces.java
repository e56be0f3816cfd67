package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.Painter;
import app.aisha.core.picture.PaintingTicket;
import app.aisha.core.privacy.Farewells.Saying;
import app.aisha.core.privacy.Trace.Fate;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Pause;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import app.aisha.core.work.Transactions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what a person left behind outside the rows: messages as they came in, objects of the store, copies at services far
 * away. May run any number of times: each run goes on where the last one came to. At its end the person is told.
 */
public final class RemoveTraces {

    private static final Logger LOG = LoggerFactory.getLogger(RemoveTraces.class);

    /** As long as a service may be away until its copies count as left behind. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** A service needs a moment to stop. */
    private static final Duration STOPPING = Duration.ofSeconds(10);

    /** After so many a service counts as away for this run. */
    private static final int TROUBLES = 3;

    private final Erasures erasures;
    private final MediaStore media;
    private final Services services;
    private final Farewells farewells;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Who may have copies. */
    public record Services(AvatarTrainer trainer, Painter painter) {}

    public RemoveTraces(
            Erasures erasures,
            MediaStore media,
            Services services,
            Farewells farewells,
            Transactions transactions,
            InstantSource clock) {
        this.erasures = erasures;
        this.media = media;
        this.services = services;
        this.farewells = farewells;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome remove(ErasureId id) throws InterruptedException {
        var erasure = erasures.find(id);
        if (erasure.isEmpty()) {
            return new JobOutcome.Finished();
        }
        var person = erasure.get().person();
        var wait = person.isPresent() ? clear(erasure.get(), person.get()) : Optional.<JobOutcome>empty();
        if (wait.isPresent()) {
            return wait.get();
        }
        var cleared = erasures.find(id);
        return cleared.isPresent() ? tell(cleared.get()) : new JobOutcome.Finished();
    }

    /** Empty once nothing is left that could be removed. */
    private Optional<JobOutcome> clear(Erasure erasure, UserId person) throws InterruptedException {
        var idle = transactions.call(() -> erasures.endWork(erasure.id()));
        var heard = transactions.call(() -> erasures.forgetMessages(erasure.id()));
        try {
            media.empty(folder(person));
        } catch (MediaUnavailable e) {
            return Optional.of(new JobOutcome.Again(Pause.of(age(erasure)), String.valueOf(e.getMessage())));
        }
        if (!idle || !heard) {
            return Optional.of(new JobOutcome.Again(Pause.of(age(erasure)), "work of who left has not ended"));
        }
        var wait = forget(erasure);
        if (wait.isEmpty()) {
            transactions.run(() -> erasures.cleared(erasure.id()));
        }
        return wait;
    }

    static MediaKey folder(UserId person) {
        return new MediaKey("users/" + person.value());
    }

    /** Each run begins elsewhere, so that requests a service stumbles over never keep the others waiting for long. */
    private Optional<JobOutcome> forget(Erasure erasure) throws InterruptedException {
        var open = new ArrayList<>(erasure.traces().stream()
                .filter(trace -> !trace.fate().isFinal())
                .toList());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var since = transactions.call(() -> erasures.askedSince(erasure.id(), clock.instant()));
        Collections.rotate(open, (int) (Duration.between(since, clock.instant()).toSeconds() % open.size()));
        var stopping = false;
        var troubles = new ArrayList<JobOutcome.Again>();
        for (var trace : open) {
            if (troubles.size() < TROUBLES) {
                var fate = forget(trace, troubles);
                stopping = stopping || fate.filter(Fate.STOPPED::equals).isPresent();
                fate.ifPresent(it -> settle(erasure.id(), trace, it));
            }
        }
        if (!troubles.isEmpty()) {
            return awayOrGivenUp(erasure, since, troubles.getFirst());
        }
        return stopping ? Optional.of(new JobOutcome.Again(STOPPING, "requests are being stopped")) : Optional.empty();
    }

    /** Empty where the service does not answer; then there is one trouble more. */
    private Optional<Fate> forget(Trace trace, List<JobOutcome.Again> troubles) throws InterruptedException {
        try {
            return Optional.of(forget(trace));
        } catch (ProviderUnavailable e) {
            troubles.add(new JobOutcome.Again(e.pause(), String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private Fate forget(Trace trace) throws ProviderUnavailable, InterruptedException {
        var request = trace.request().orElseThrow();
        if (trace.fate() == Fate.OPEN && trace.cancel().isPresent()) {
            stop(trace.service(), request, trace.cancel().get());
            return Fate.STOPPED;
        }
        var removal = switch (trace.service()) {
            case TRAINER -> services.trainer().forget(request);
            case PAINTER -> services.painter().forget(request);
        };
        return removal == Removal.DONE ? Fate.REMOVED : Fate.REFUSED;
    }

    /** Of the addresses of a ticket only the one to cancel at is used. */
    private void stop(Trace.Service service, String request, URI cancel)
            throws ProviderUnavailable, InterruptedException {
        switch (service) {
            case TRAINER -> services.trainer().cancel(new TrainingTicket(request, cancel, cancel, cancel));
            case PAINTER -> services.painter().cancel(new PaintingTicket(request, cancel, cancel, cancel));
        }
    }

    private void settle(ErasureId erasure, Trace trace, Fate fate) {
        transactions.run(() -> erasures.settle(erasure, trace, fate));
        if (fate == Fate.REFUSED || fate == Fate.UNREACHABLE) {
            LOG.warn(
                    "Request {} of somebody who left stays at the service: {}",
                    trace.request().orElse("?"),
                    fate);
        }
    }

    private Optional<JobOutcome> awayOrGivenUp(Erasure erasure, Instant since, JobOutcome.Again trouble) {
        var age = Duration.between(since, clock.instant());
        if (age.compareTo(PATIENCE) <= 0) {
            var usual = Pause.of(age);
            var pause = trouble.pause().compareTo(usual) > 0 ? trouble.pause() : usual;
            return Optional.of(new JobOutcome.Again(pause, trouble.why()));
        }
        erasures.find(erasure.id()).map(Erasure::traces).orElse(List.of()).stream()
                .filter(trace -> !trace.fate().isFinal())
                .forEach(trace -> settle(erasure.id(), trace, Fate.UNREACHABLE));
        return Optional.empty();
    }

    private JobOutcome tell(Erasure erasure) throws InterruptedException {
        if (farewells.say(erasure) instanceof Saying.Later(var pause, var why)
                && age(erasure).compareTo(PATIENCE.multipliedBy(2)) < 0) {
            var usual = Pause.of(age(erasure));
            return new JobOutcome.Again(pause.compareTo(usual) > 0 ? pause : usual, why);
        }
        transactions.run(() -> erasures.told(erasure.id()));
        return new JobOutcome.Finished();
    }

    private Duration age(Erasure erasure) {
        return Duration.between(erasure.at(), clock.instant());
    }
}
