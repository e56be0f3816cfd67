package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.privacy.Trace.Fate;
import app.aisha.core.privacy.Trace.Service;
import app.aisha.core.wallet.Credits;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every place that knows who left promises. */
public interface ErasuresContract {

    Erasures erasures();

    /** Puts a job with this subject in line that somebody is at. */
    void inLine(String subject);

    /** Has whoever is at it put it back in line. */
    void idle(String subject);

    /** Whether it is in line. */
    boolean isInLine(String subject);

    /** Takes it out again. */
    void outOfLine(String subject);

    @Test
    default void whatWasBegunIsFoundAsItWas() {
        var erasure = begun();

        assertThat(erasures().find(erasure.id())).contains(erasure);
        assertThat(erasures().open(Integer.MAX_VALUE)).contains(erasure.id());
        assertThat(erasures().find(new ErasureId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    default void requestsAreSettledOneByOne() {
        var erasure = begun();

        erasures().settle(erasure.id(), erasure.traces().getFirst(), Fate.STOPPED);
        erasures().settle(erasure.id(), erasure.traces().getLast(), Fate.REFUSED);

        assertThat(erasures().find(erasure.id()).orElseThrow().traces())
                .extracting(Trace::fate)
                .containsExactly(Fate.STOPPED, Fate.UNANSWERED, Fate.REFUSED);
    }

    @Test
    default void whoItWasIsForgottenStepByStep() {
        var erasure = begun();

        erasures().cleared(erasure.id());
        var cleared = erasures().find(erasure.id()).orElseThrow();
        assertThat(cleared.person()).isEmpty();
        assertThat(cleared.addressee()).isEqualTo(erasure.addressee());

        erasures().told(erasure.id());
        assertThat(erasures().find(erasure.id())).isEmpty();
        assertThat(erasures().open(Integer.MAX_VALUE)).doesNotContain(erasure.id());
    }

    @Test
    default void itIsWorkedOnUntilTheLastOfItsJobsHasLeftTheLine() {
        var subject = UUID.randomUUID().toString();
        inLine(subject);
        var erasure = example();
        erasures().begin(erasure, Set.of(subject, "another"));
        assertThat(erasures().endWork(erasure.id())).isFalse();
        assertThat(isInLine(subject)).isTrue();

        outOfLine(subject);

        assertThat(erasures().endWork(erasure.id())).isTrue();
    }

    @Test
    default void aJobThatComesBackToTheLineIsTakenOutOfIt() {
        var subject = UUID.randomUUID().toString();
        inLine(subject);
        var erasure = example();
        erasures().begin(erasure, Set.of(subject));

        idle(subject);

        assertThat(erasures().endWork(erasure.id())).isTrue();
        assertThat(isInLine(subject)).isFalse();
    }

    @Test
    default void theFirstAskingIsKept() {
        var erasure = begun();
        var first = erasure.at().plusSeconds(60);

        assertThat(erasures().askedSince(erasure.id(), first)).isEqualTo(first);
        assertThat(erasures().askedSince(erasure.id(), first.plusSeconds(60))).isEqualTo(first);
    }

    private Erasure begun() {
        var erasure = example();
        erasures().begin(erasure, Set.of());
        return erasure;
    }

    /** Somebody with a training, a picture that was not answered, and one that was. */
    static Erasure example() {
        var chat = new ChatId(ThreadLocalRandom.current().nextLong(1L << 50));
        var cancel = URI.create("https://queue.example/requests/t-1/cancel");
        return new Erasure(
                new ErasureId(UUID.randomUUID()),
                Instant.parse("2026-11-23T10:00:00Z"),
                Optional.of(new UserId(UUID.randomUUID())),
                new Erasure.Addressee(chat, Language.RU),
                new Belongings(1, 2, 3, 4, 5, new Credits(6), 7),
                List.of(
                        Trace.of(1, Service.TRAINER, Optional.of("t-1"), Optional.of(cancel)),
                        Trace.of(2, Service.PAINTER, Optional.empty(), Optional.empty()),
                        Trace.of(3, Service.PAINTER, Optional.of("p-1"), Optional.empty())));
    }
}
