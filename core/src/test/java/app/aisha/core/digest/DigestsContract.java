package app.aisha.core.digest;

import static app.aisha.core.digest.DigestExamples.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.StaleState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every place that keeps digests promises. */
public interface DigestsContract {

    /** The digests under test; others may be among them. */
    Digests digests();

    UserId someone();

    /** A transcript of this person without digests. */
    TranscriptId someTranscript(UserId owner);

    private Digest.Asked added(UserId owner, TranscriptId transcript, Request request) {
        var asked = asked(transcript, owner, request);
        assertThat(digests().add(asked)).isTrue();
        return asked;
    }

    private Digest.Asked added(Request request) {
        var owner = someone();
        return added(owner, someTranscript(owner), request);
    }

    @Test
    default void everyStateSurvivesTheJourney() {
        for (var state : Examples.recordsOf(Digest.class).toList()) {
            for (var seed = 0; seed < 25; seed++) {
                var digest = DigestExamples.oneStepOn(added(new Request.Summary()), state, seed);

                digests().save(digest);

                assertThat(digests().find(digest.id())).contains(digest);
            }
        }
    }

    @Test
    default void everyContentSurvivesTheJourney() {
        var examples = new Examples(11);
        for (var type : Examples.recordsOf(Content.class).toList()) {
            for (var i = 0; i < 10; i++) {
                var ready = added(new Request.ToDo()).ready((Content) examples.of(type), i, "model");

                digests().save(ready);

                assertThat(digests().find(ready.id())).contains(ready);
            }
        }
        var empty = added(new Request.ToDo()).ready(new Content.ToDo(List.of()), 0, "model");
        digests().save(empty);
        assertThat(digests().find(empty.id())).contains(empty);
    }

    @Test
    default void everyRequestSurvivesTheJourney() {
        var examples = new Examples(7);
        for (var i = 0; i < 50; i++) {
            var asked = added(examples.of(Request.class));

            assertThat(digests().find(asked.id())).contains(asked);
        }
    }

    @Test
    default void theLongestQuestionIsKeptWhole() {
        var asked = added(new Request.Question("ы".repeat(Request.Question.LONGEST)));

        assertThat(digests()
                        .newest(asked.heading().transcript(), asked.heading().request()))
                .contains(asked);
    }

    @Test
    default void anUnknownDigestIsNotFoundAndCannotBeSaved() {
        var owner = someone();
        var unknown = asked(someTranscript(owner), owner, new Request.Summary());

        assertThat(digests().find(unknown.id())).isEmpty();
        assertThatThrownBy(() -> digests().save(unknown.cancelled())).isInstanceOf(StaleState.class);
        assertThat(digests().find(unknown.id())).isEmpty();
    }

    @Test
    default void oneThatIsUnderWayIsNotBegunAgain() {
        var owner = someone();
        var transcript = someTranscript(owner);
        var first = added(owner, transcript, new Request.Question("Когда?"));
        var second = asked(transcript, owner, new Request.Question("Когда?"));

        assertThat(digests().add(second)).isFalse();

        assertThat(digests().find(second.id())).isEmpty();
        assertThat(digests().newest(transcript, new Request.Question("Когда?"))).contains(first);
    }

    @Test
    default void whatIsOverCanBeBegunAgainAndTheNewestCounts() {
        var owner = someone();
        var transcript = someTranscript(owner);
        for (var state : List.of(Digest.Ready.class, Digest.Failed.class, Digest.Cancelled.class)) {
            var before = added(owner, transcript, new Request.Protocol());
            digests().save(DigestExamples.oneStepOn(before, state, 1));

            var again = added(owner, transcript, new Request.Protocol());

            assertThat(digests().newest(transcript, new Request.Protocol())).contains(again);
            digests().save(again.cancelled());
        }
    }

    @Test
    default void whatFailedLaterDoesNotHideWhatIsReady() {
        var owner = someone();
        var transcript = someTranscript(owner);
        var ready = (Digest.Ready)
                DigestExamples.oneStepOn(added(owner, transcript, new Request.Summary()), Digest.Ready.class, 1);
        digests().save(ready);
        for (var state : List.of(Digest.Failed.class, Digest.Cancelled.class)) {
            var again = added(owner, transcript, new Request.Summary());
            digests().save(DigestExamples.oneStepOn(again, state, 1));

            assertThat(digests().newest(transcript, new Request.Summary())).contains(ready);
        }
    }

    @Test
    default void otherRequestsAndOtherTranscriptsAreOtherDigests() {
        var owner = someone();
        var transcript = someTranscript(owner);
        var summary = added(owner, transcript, new Request.Summary());
        var toDo = added(owner, transcript, new Request.ToDo());
        var when = added(owner, transcript, new Request.Question("When?"));
        var lowerCase = added(owner, transcript, new Request.Question("when?"));
        added(owner, someTranscript(owner), new Request.Summary());

        assertThat(digests().newest(transcript, new Request.Summary())).contains(summary);
        assertThat(digests().newest(transcript, new Request.ToDo())).contains(toDo);
        assertThat(digests().newest(transcript, new Request.Question("When?"))).contains(when);
        assertThat(digests().newest(transcript, new Request.Question("when?"))).contains(lowerCase);
        assertThat(digests().newest(transcript, new Request.Protocol())).isEmpty();
    }

    @Test
    default void ofManyTapsAtOnceOneBegins() throws Exception {
        var owner = someone();
        var transcript = someTranscript(owner);
        Callable<Boolean> tap = () -> digests().add(asked(transcript, owner, new Request.Summary()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> tap).limit(12).toList()).stream()
                            .filter(Future::resultNow))
                    .hasSize(1);
        }
    }

    @Test
    default void ofManyWorkersAtOnceOneWins() throws Exception {
        var asked = added(new Request.Summary());
        Callable<Boolean> step = () -> {
            try {
                digests().save(asked.failed(DigestProblem.GONE));
                return true;
            } catch (StaleState _) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> step).limit(12).toList()).stream()
                            .filter(Future::resultNow))
                    .hasSize(1);
        }
        assertThatThrownBy(() -> digests().save(asked.cancelled())).isInstanceOf(StaleState.class);
    }

    @Test
    default void aStrangerSeesNothing() {
        var asked = added(new Request.Summary());

        assertThat(digests().find(asked.id(), someone())).isEmpty();
        assertThat(digests().find(asked.id(), asked.owner())).contains(asked);
    }
}
