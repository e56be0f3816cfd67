package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every place that keeps avatars and their photos promises. */
public interface AvatarsContract {

    /** The avatars under test; others may be among them. */
    Avatars avatars();

    /** Their photos. */
    AvatarPhotos photos();

    /** A person without avatars. */
    UserId someone();

    private Avatar.Draft kept(UserId owner, String name) {
        var draft = AvatarExamples.draft(owner, name);
        assertThat(avatars().add(draft)).isTrue();
        return draft;
    }

    private <T extends Avatar> T kept(Class<T> state, UserId owner, String name, int seed) {
        var path = AvatarExamples.path(state, kept(owner, name), seed);
        path.forEach(avatars()::save);
        return state.cast(path.getLast());
    }

    private Avatar now(Avatar avatar) {
        return avatars().find(avatar.id()).orElseThrow();
    }

    @Test
    default void everyStateSurvivesTheJourney() {
        for (var state : Examples.recordsOf(Avatar.class).toList()) {
            for (var seed = 0; seed < 25; seed++) {
                for (var step : AvatarExamples.path(state, kept(someone(), "Мира"), seed)) {
                    assertThat(avatars().save(step)).isTrue();

                    assertThat(now(step)).isEqualTo(step);
                }
            }
        }
    }

    @Test
    default void aTrainingThatWasAcceptedSurvivesWithAllThatFollows() {
        var queued = kept(Avatar.Queued.class, someone(), "Mira", 3);
        var ticket = ScriptedTrainer.ticket("req-" + queued.id().value());
        var asked = queued.asking(
                ScriptedTrainer.ARCHIVE,
                new TrainingRequest.Asked("{}", Optional.empty(), queued.plan().since()));
        avatars().save(asked);
        var accepted = asked.accepted(ticket, queued.plan().since());
        avatars().save(accepted);
        assertThat(now(accepted)).isEqualTo(accepted);
        var failed = accepted.failed(TrainingProblem.TIMEOUT, "slow");
        avatars().save(failed);
        assertThat(now(failed)).isEqualTo(failed);
        var late = failed.recovered(
                ticket, new ScriptedTrainer().done(), queued.plan().since());
        avatars().save(late);
        assertThat(now(late)).isEqualTo(late);
    }

    @Test
    default void whatIsTrainedAgainForgetsTheTrainingBefore() {
        var failed = kept(Avatar.Failed.class, someone(), "Mira", 1);
        var draft = failed.again();
        avatars().save(draft);
        assertThat(now(draft)).isEqualTo(draft);
        assertThat(draft.attempts()).isEqualTo(failed.plan().attempt());
    }

    @Test
    default void ofManyWorkersAtOnceOneWins() throws Exception {
        var draft = kept(someone(), "Mira");
        Callable<Boolean> step = () -> {
            try {
                return avatars().save(draft.renamed("Other"));
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
    default void twoAvatarsOfOnePersonHaveDifferentNamesWhateverTheCase() {
        var owner = someone();
        kept(owner, "Мира");
        var other = kept(owner, "Anna");

        assertThat(avatars().add(AvatarExamples.draft(owner, "МИРА"))).isFalse();
        assertThat(avatars().save(other.renamed("мира"))).isFalse();
        assertThat(now(other)).isEqualTo(other);
        assertThat(avatars().save(other.renamed("ANNA"))).isTrue();
        assertThat(avatars().add(AvatarExamples.draft(someone(), "Мира"))).isTrue();
    }

    @Test
    default void aStrangerSeesNothing() {
        var mine = kept(someone(), "Mira");
        var photo = AvatarExamples.photo(mine, 1);
        photos().add(photo);
        var stranger = someone();

        assertThat(avatars().find(mine.id(), stranger)).isEmpty();
        assertThat(avatars().of(stranger)).isEmpty();
        assertThat(photos().find(photo.id(), stranger)).isEmpty();
        assertThat(photos().find(photo.id(), mine.owner())).contains(photo);
    }

    @Test
    default void oneReadyAvatarOfAPersonIsTheMainOne() {
        var owner = someone();
        var first = kept(Avatar.Ready.class, owner, "One", 1);
        var second = kept(Avatar.Ready.class, owner, "Two", 2);
        var draft = kept(owner, "Three");

        avatars().makeMain(first.id(), owner);
        assertThat(now(first).heading().main()).isTrue();
        avatars().makeMain(second.id(), owner);
        avatars().makeMain(draft.id(), owner);
        avatars().makeMain(first.id(), someone());

        assertThat(avatars().of(owner).stream()
                        .filter(avatar -> avatar.heading().main())
                        .map(Avatar::id))
                .containsExactly(second.id());
    }

    @Test
    default void whatIsDeletedIsGoneWithItsPhotos() {
        var draft = kept(someone(), "Mira");
        var photo = AvatarExamples.photo(draft, 1);
        photos().add(photo);

        avatars().delete(draft);

        assertThat(avatars().find(draft.id())).isEmpty();
        assertThat(photos().find(photo.id())).isEmpty();
        assertThatThrownBy(() -> avatars().save(draft.renamed("Other"))).isInstanceOf(StaleState.class);
        assertThatThrownBy(() -> avatars().delete(draft)).isInstanceOf(StaleState.class);
    }

    @Test
    default void whatChangedMeanwhileIsNotDeleted() {
        var draft = kept(someone(), "Mira");
        avatars().save(draft.renamed("Other"));

        assertThatThrownBy(() -> avatars().delete(draft)).isInstanceOf(StaleState.class);
    }

    @Test
    default void photosSurviveInTheirOrderAndAreCounted() {
        var draft = kept(someone(), "Mira");
        var first = AvatarExamples.photo(draft, 1);
        var second = AvatarExamples.photo(draft, 2);
        var third = AvatarExamples.photo(draft, 3);
        for (var photo : List.of(second, third, first)) {
            assertThat(photos().add(photo)).isTrue();
        }
        assertThat(photos().add(first)).isFalse();
        var usable = second.usable(AvatarExamples.look(1));
        var unseen = third.usable(AvatarExamples.look(7));
        var refused = first.refused(
                PhotoProblem.SAME_PICTURE, Optional.of(first.heading().thumbnail()));
        assertThat(photos().save(usable)).isTrue();
        assertThat(photos().save(unseen)).isTrue();
        assertThat(photos().save(refused)).isTrue();

        assertThat(photos().save(second.refused(PhotoProblem.BLURRED, Optional.empty())))
                .isFalse();
        assertThat(photos().of(draft.id())).containsExactly(refused, usable, unseen);
        assertThat(now(draft).heading().photos()).isEqualTo(2);
        assertThat(now(draft).heading().cover()).contains(usable.thumbnail());

        assertThat(photos().delete(second.id())).isTrue();
        assertThat(photos().delete(second.id())).isFalse();
        assertThat(now(draft).heading().photos()).isEqualTo(1);
        assertThat(now(draft).heading().cover()).contains(unseen.thumbnail());
    }

    @Test
    default void whatIsWithTheTrainerIsCounted() {
        var before = avatars().beingTrained();
        kept(Avatar.Training.class, someone(), "Mira", 1);
        kept(Avatar.Queued.class, someone(), "Mira", 1);

        assertThat(avatars().beingTrained()).isEqualTo(before + 1);
    }
}
