package app.aisha.core.transcript;

import static app.aisha.core.transcript.TranscriptExamples.oneStepOn;
import static app.aisha.core.transcript.TranscriptExamples.queued;
import static app.aisha.core.transcript.TranscriptExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place that keeps transcripts promises. */
public interface TranscriptsContract {

    int PAGE = 5;

    /** The transcripts under test; others may be among them. */
    Transcripts transcripts();

    /** A person without transcripts. */
    UserId someone();

    @Test
    default void everyStateSurvivesTheJourney() {
        for (var state : Examples.recordsOf(Transcript.class).toList()) {
            for (var seed = 0; seed < 25; seed++) {
                var queued = stored(transcripts(), queued(someone()));
                var transcript = oneStepOn(queued, state, seed);

                transcripts().save(transcript);

                assertThat(transcripts().find(transcript.id())).contains(transcript);
            }
        }
    }

    @Test
    default void theLanguageToListenForStaysThroughEveryStep() {
        var queued = queued(someone(), TranscriptExamples.aVoice(), Optional.of("kk"));
        var ready = stored(
                transcripts(),
                queued.started(TranscriptExamples.ORIGINAL, Optional.empty(), Instant.EPOCH)
                        .ready(
                                new Wording("text", Optional.of("ru"), 0),
                                Speakers.UNKNOWN,
                                TranscriptExamples.ORIGINAL.length())
                        .renamed("Plan"));

        assertThat(transcripts().find(queued.id())).contains(ready);
        assertThat(ready.heading().spoken()).contains("kk");
    }

    @Test
    default void everyRecordingSurvivesTheJourney() {
        var examples = new Examples(7).given(MediaKey.class, () -> TranscriptExamples.ORIGINAL.key());
        for (var i = 0; i < 50; i++) {
            var queued = queued(someone(), examples.of(Recording.class), Optional.of("kk"));

            assertThat(transcripts().add(queued)).isTrue();

            assertThat(transcripts().find(queued.id())).contains(queued);
        }
    }

    @Test
    default void anUnknownTranscriptIsNotFoundAndCannotBeSaved() {
        var unknown = queued(someone());

        assertThat(transcripts().find(unknown.id())).isEmpty();
        assertThatThrownBy(() -> transcripts().save(unknown.cancelled())).isInstanceOf(StaleState.class);
        assertThat(transcripts().find(unknown.id())).isEmpty();
    }

    @Test
    default void aMessageHasOneTranscript() {
        var first = stored(transcripts(), queued(someone()));
        var second = queued(first.owner(), first.heading().recording());

        assertThat(transcripts().add(second)).isFalse();

        assertThat(transcripts().find(second.id())).isEmpty();
        assertThat(transcripts().of(first.owner(), first.heading().recording().message()))
                .contains(first);
    }

    @Test
    default void aMessageIsListenedToAgainOnceInEachLanguage() {
        var first = stored(transcripts(), queued(someone(), TranscriptExamples.aVoice(), Optional.of("ru")));
        var again = first.heading().recording().from(TranscriptExamples.ORIGINAL.key());
        var russian = queued(first.owner(), again, Optional.of("ru"));
        var english = queued(first.owner(), again, Optional.of("en"));

        assertThat(transcripts().add(russian)).isTrue();
        assertThat(transcripts().add(english)).isTrue();
        assertThat(transcripts().add(queued(first.owner(), again, Optional.of("en"))))
                .isFalse();

        assertThat(transcripts().of(first.owner(), again.message())).contains(first);
        assertThat(transcripts().again(first.owner(), again.message(), "ru")).contains(russian);
        assertThat(transcripts().again(first.owner(), again.message(), "en")).contains(english);
        assertThat(transcripts().again(first.owner(), again.message(), "kk")).isEmpty();
    }

    @Test
    default void whatIsDeletedIsGoneAndCannotBeSaved() {
        var ready = stored(transcripts(), TranscriptExamples.ready(someone(), "text"));

        transcripts().delete(ready);

        assertThat(transcripts().find(ready.id())).isEmpty();
        assertThat(transcripts().count(ready.owner())).isZero();
        assertThatThrownBy(() -> transcripts().save(ready.renamed("title"))).isInstanceOf(StaleState.class);
        assertThatThrownBy(() -> transcripts().delete(ready)).isInstanceOf(StaleState.class);
        assertThat(transcripts().add(queued(ready.owner(), ready.heading().recording())))
                .isTrue();
    }

    @Test
    default void whatChangedMeanwhileIsNotDeleted() {
        var ready = stored(transcripts(), TranscriptExamples.ready(someone(), "text"));
        var renamed = ready.renamed("title");
        transcripts().save(renamed);

        assertThatThrownBy(() -> transcripts().delete(ready)).isInstanceOf(StaleState.class);

        assertThat(transcripts().find(ready.id())).contains(renamed);
    }

    @Test
    default void theSameMessageNumberOfAnotherPersonIsAnotherMessage() {
        var first = stored(transcripts(), queued(someone()));
        var second = queued(someone(), first.heading().recording());

        assertThat(transcripts().add(second)).isTrue();

        assertThat(transcripts().of(second.owner(), second.heading().recording().message()))
                .contains(second);
    }

    @Test
    default void ofTwoWorkersOneWins() {
        var queued = stored(transcripts(), queued(someone()));
        var cancelled = queued.cancelled();

        transcripts().save(cancelled);

        assertThatThrownBy(() -> transcripts()
                        .save(queued.started(TranscriptExamples.ORIGINAL, Optional.empty(), Instant.EPOCH)))
                .isInstanceOf(StaleState.class);
        assertThat(transcripts().find(queued.id())).contains(cancelled);
    }

    @Test
    default void ofManyWorkersAtOnceOneWins() throws Exception {
        var queued = stored(transcripts(), queued(someone()));
        Callable<Boolean> step = () -> {
            try {
                transcripts().save(queued.failed(RecordingProblem.GONE));
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
    }

    @Test
    default void aStrangerSeesNothing() {
        var mine = stored(transcripts(), queued(someone()));
        var stranger = someone();

        assertThat(transcripts().find(mine.id(), stranger)).isEmpty();
        assertThat(transcripts().find(mine.id(), mine.owner())).contains(mine);
        assertThat(transcripts().of(stranger, mine.heading().recording().message()))
                .isEmpty();
        assertThat(transcripts().page(stranger, Optional.of(mine.id()), PAGE))
                .isEqualTo(new Transcripts.Page(List.of(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6, 9, 10, 11})
    default void pagesGoFromTheNewestToTheEldestWithoutAnEmptyOne(int count) {
        var owner = someone();
        var newestFirst = storedOf(owner, count).reversed();
        stored(transcripts(), queued(someone()));

        var pages = pagesFrom(owner, Optional.empty());

        assertThat(pages).hasSize(Math.max(1, (count + PAGE - 1) / PAGE));
        assertThat(pages.stream().flatMap(page -> page.items().stream())).containsExactlyElementsOf(newestFirst);
        assertThat(pages.stream().limit(pages.size() - 1L))
                .allSatisfy(page -> assertThat(page.items()).hasSize(PAGE));
        assertThat(pages.getFirst().newer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 11})
    default void newerLeadsBackToThePageBefore(int count) {
        var owner = someone();
        storedOf(owner, count);
        var pages = pagesFrom(owner, Optional.empty());

        for (var i = 1; i < pages.size(); i++) {
            assertThat(transcripts().page(owner, pages.get(i).newer(), PAGE).items())
                    .isEqualTo(pages.get(i - 1).items());
        }
    }

    @Test
    default void aNewcomerDoesNotMoveThePageOneLooksAt() {
        var owner = someone();
        storedOf(owner, 8);
        var second = transcripts().page(owner, Optional.empty(), PAGE).older();
        var before = transcripts().page(owner, second, PAGE).items();

        storedOf(owner, 1);

        assertThat(transcripts().page(owner, second, PAGE).items()).isEqualTo(before);
    }

    @Test
    default void theOwnersAreCountedInEveryState() {
        var owner = someone();
        stored(transcripts(), queued(owner));
        transcripts().save(stored(transcripts(), queued(owner)).cancelled());
        stored(transcripts(), queued(someone()));

        assertThat(transcripts().count(owner)).isEqualTo(2);
        assertThat(transcripts().count(someone())).isZero();
    }

    @Test
    default void onlyTheOlderOnesInLineAreCounted() {
        var first = stored(transcripts(), queued(someone()));
        var before = transcripts().queuedBefore(first.id());
        var second = stored(transcripts(), queued(someone()));
        var third = stored(transcripts(), queued(someone()));
        stored(transcripts(), queued(someone()));
        assertThat(transcripts().queuedBefore(third.id())).isEqualTo(before + 2);

        transcripts().save(second.cancelled());

        assertThat(transcripts().queuedBefore(third.id())).isEqualTo(before + 1);
    }

    /** Eldest first. */
    private List<Transcript> storedOf(UserId owner, int count) {
        return IntStream.range(0, count)
                .<Transcript>mapToObj(_ -> stored(transcripts(), queued(owner)))
                .toList();
    }

    private List<Transcripts.Page> pagesFrom(UserId owner, Optional<TranscriptId> from) {
        var pages = new ArrayList<Transcripts.Page>();
        var next = from;
        do {
            var page = transcripts().page(owner, next, PAGE);
            pages.add(page);
            next = page.older();
        } while (next.isPresent());
        return pages;
    }
}
