package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What owners may want of their avatars. */
class AvatarWishesTest {

    private static final UserId STRANGER = new UserId(UUID.randomUUID());

    @TempDir
    Path folder;

    private Atelier atelier;

    @BeforeEach
    void open() {
        atelier = new Atelier(folder);
    }

    private Avatar.Ready ready(String name) throws InterruptedException {
        var accepted = atelier.accepted(name);
        atelier.trainer.onReport = atelier.trainer::done;
        atelier.advance(accepted.id());
        return (Avatar.Ready) atelier.found(accepted.id());
    }

    @Test
    void namesHaveTwoToFiftyCharactersAndAreTheirOwnersOnce() {
        var start = atelier.startAvatar();
        assertThat(start.start(atelier.owner, TrainingType.STYLE, Gender.MALE, " Ж "))
                .isEqualTo(new StartAvatar.Outcome.BadName());
        assertThat(start.start(atelier.owner, TrainingType.STYLE, Gender.MALE, "x".repeat(51)))
                .isEqualTo(new StartAvatar.Outcome.BadName());
        var draft = ((StartAvatar.Outcome.Started)
                        start.start(atelier.owner, TrainingType.STYLE, Gender.MALE, "  Ван   Гог "))
                .draft();
        assertThat(draft.heading().name()).isEqualTo("Ван Гог");
        assertThat(draft.heading().gender()).isEqualTo(Gender.OTHER);
        assertThat(start.start(atelier.owner, TrainingType.STYLE, Gender.MALE, "ван гог"))
                .isEqualTo(new StartAvatar.Outcome.NameTaken("ван гог"));
        for (var name : new String[] {"B2", "C3", "D4", "E5"}) {
            atelier.draft(name);
        }
        assertThat(start.start(atelier.owner, TrainingType.STYLE, Gender.MALE, "F6"))
                .isEqualTo(new StartAvatar.Outcome.TooMany(5));
    }

    /** F-D5: found out by work that is waiting, told before anybody's credits are set aside. */
    @Test
    void whileTheTrainerIsOutNothingIsSetAside() {
        var draft = atelier.withPhotos("Mira");
        var offered = (OfferTraining.Outcome.Offered) atelier.offers().offer(draft.id(), atelier.owner, Quality.FAST);
        var version = offered.draft().heading().version();

        atelier.trainerIsOut = true;
        assertThat(atelier.offers().offer(draft.id(), atelier.owner, Quality.FAST))
                .isEqualTo(new OfferTraining.Outcome.TrainerOut(offered.draft()));
        assertThat(atelier.startTraining().start(draft.id(), atelier.owner, version))
                .isEqualTo(new StartAvatarTraining.Outcome.TrainerOut(offered.draft()));
        assertThat(atelier.found(draft.id())).isEqualTo(offered.draft());
        assertThat(atelier.free().amount()).isEqualTo(500);
        assertThat(atelier.jobs.line()).isEmpty();

        atelier.trainerIsOut = false;
        assertThat(atelier.startTraining().start(draft.id(), atelier.owner, version))
                .isInstanceOf(StartAvatarTraining.Outcome.Started.class);
    }

    @Test
    void aNameChangesInEveryStateAndOnlyForItsOwner() throws InterruptedException {
        var accepted = atelier.accepted("Mira");
        var rename = new RenameAvatar(atelier.avatars, atelier.transactions);

        assertThat(rename.rename(accepted.id(), STRANGER, "Hers")).isEqualTo(new RenameAvatar.Outcome.Unknown());
        assertThat(rename.rename(accepted.id(), atelier.owner, "x")).isEqualTo(new RenameAvatar.Outcome.BadName());
        assertThat(rename.rename(accepted.id(), atelier.owner, "Mila"))
                .isInstanceOf(RenameAvatar.Outcome.Renamed.class);
        assertThat(atelier.found(accepted.id()).heading().name()).isEqualTo("Mila");
    }

    @Test
    void whatIsCancelledGoesBackAndTheTrainerIsTold() throws InterruptedException {
        var accepted = atelier.accepted("Mira");
        assertThat(atelier.cancelTraining().cancel(accepted.id(), STRANGER))
                .isEqualTo(new CancelTraining.Outcome.Unknown());

        atelier.cancelTraining().cancel(accepted.id(), atelier.owner);

        assertThat(atelier.free().amount()).isEqualTo(500);
        assertThat(atelier.jobs.line()).contains(new AvatarJob.Stop(accepted.id()));
        assertThat(atelier.cancelTraining().stop(accepted.id())).isEqualTo(new JobOutcome.Finished());
        assertThat(atelier.trainer.cancelled).containsExactly(ScriptedTrainer.ticket("req-1"));
        assertThat(atelier.cancelTraining().cancel(accepted.id(), atelier.owner))
                .isInstanceOf(CancelTraining.Outcome.TooLate.class);
    }

    @Test
    void aRequestThatIsAnsweredAfterTheCancellationIsStoppedToo() throws InterruptedException {
        var queued = atelier.queued("Mira");
        atelier.trainer.onSubmit = () -> {
            atelier.cancelTraining().cancel(queued.id(), atelier.owner);
            return new Submission.Accepted(ScriptedTrainer.ticket("req-late"));
        };

        atelier.advance(queued.id());
        atelier.cancelTraining().stop(queued.id());

        assertThat(atelier.found(queued.id())).isInstanceOf(Avatar.Cancelled.class);
        assertThat(atelier.trainer.cancelled).containsExactly(ScriptedTrainer.ticket("req-late"));
        assertThat(atelier.free().amount()).isEqualTo(500);
    }

    @Test
    void aConsentCountsForWhatWasShownAndOnce() {
        var draft = atelier.withPhotos("Mira");
        var shown = ((OfferTraining.Outcome.Offered) atelier.offers().offer(draft.id(), atelier.owner, Quality.FAST))
                .draft();
        var newer = ((OfferTraining.Outcome.Offered) atelier.offers().offer(draft.id(), atelier.owner, Quality.QUALITY))
                .draft();

        var start = atelier.startTraining();
        assertThat(start.start(draft.id(), atelier.owner, shown.heading().version()))
                .isInstanceOf(StartAvatarTraining.Outcome.Outdated.class);
        assertThat(start.start(draft.id(), STRANGER, newer.heading().version()))
                .isEqualTo(new StartAvatarTraining.Outcome.Unknown());
        assertThat(start.start(draft.id(), atelier.owner, newer.heading().version()))
                .isInstanceOf(StartAvatarTraining.Outcome.Started.class);
        assertThat(start.start(draft.id(), atelier.owner, newer.heading().version()))
                .isInstanceOf(StartAvatarTraining.Outcome.StartedAlready.class);
        assertThat(atelier.free().amount()).isEqualTo(300);
    }

    @Test
    void whoCannotPayKeepsTheDraft() throws InterruptedException {
        ready("One");
        ready("Two");
        ready("Three");
        var draft = atelier.withPhotos("Four");
        var offered = ((OfferTraining.Outcome.Offered) atelier.offers().offer(draft.id(), atelier.owner, Quality.FAST))
                .draft();

        assertThat(atelier.startTraining()
                        .start(draft.id(), atelier.owner, offered.heading().version()))
                .isInstanceOf(StartAvatarTraining.Outcome.TooPoor.class);
        assertThat(atelier.found(draft.id())).isInstanceOf(Avatar.Draft.class);
    }

    @Test
    void photosOfWhoIsNotKnownAnyMoreGo() throws InterruptedException {
        var mine = ready("Mira");
        var drop = new DropAvatarPhotos(
                atelier.avatars, atelier.avatars, atelier.users, atelier.media, atelier.transactions, atelier.clock);

        assertThat(drop.drop(mine.id())).as("an owner nobody knows").isEqualTo(new JobOutcome.Finished());

        assertThat(atelier.avatars.of(mine.id())).isEmpty();
    }

    @Test
    void whatIsDeletedIsForgottenHereAndThere() throws InterruptedException {
        var mine = ready("Mira");
        var delete =
                new DeleteAvatar(atelier.avatars, atelier.trainer, atelier.media, atelier.jobs, atelier.transactions);
        assertThat(delete.delete(mine.id(), STRANGER)).isEqualTo(new DeleteAvatar.Outcome.Unknown());
        atelier.jobs.takeAll();

        assertThat(delete.delete(mine.id(), atelier.owner)).isInstanceOf(DeleteAvatar.Outcome.Deleted.class);

        var job = (AvatarJob.RemoveFiles) atelier.jobs.line().getFirst();
        assertThat(AvatarJob.RemoveFiles.of(job.subject())).isEqualTo(job);
        assertThat(delete.removeFiles(job)).isEqualTo(new JobOutcome.Finished());
        assertThat(atelier.trainer.forgotten).containsExactly("req-1");
        assertThat(atelier.holds(mine.model().lora())).isFalse();
    }

    @Test
    void whatIsUnderWayIsNotDeleted() throws InterruptedException {
        var accepted = atelier.accepted("Mira");
        var delete =
                new DeleteAvatar(atelier.avatars, atelier.trainer, atelier.media, atelier.jobs, atelier.transactions);

        assertThat(delete.delete(accepted.id(), atelier.owner)).isInstanceOf(DeleteAvatar.Outcome.UnderWay.class);
    }

    @Test
    void asManyAsMayAreWithTheTrainer() throws InterruptedException {
        atelier.trainsAtOnce(1);
        var first = atelier.accepted("One");
        var second = atelier.queued("Two");

        assertThat(atelier.advance(second.id())).isInstanceOf(JobOutcome.Again.class);
        assertThat(atelier.found(second.id())).isInstanceOf(Avatar.Queued.class);
        atelier.trainer.onReport = atelier.trainer::done;
        atelier.advance(first.id());
        atelier.trainer.onSubmit = () -> new Submission.Accepted(ScriptedTrainer.ticket("req-2"));
        atelier.advance(second.id());
        assertThat(atelier.found(second.id())).isInstanceOf(Avatar.Training.class);
    }

    @Test
    void theFirstReadyOneIsTheMainOne() throws InterruptedException {
        assertThat(ready("One").heading().main()).isTrue();
        assertThat(ready("Two").heading().main()).isFalse();
    }

    @Test
    void aCallOfTheTrainerIsKeptOnceAndWakesTheWork() {
        var hear = new HearTrainer(atelier.avatars, atelier.rings, atelier.jobs, atelier.transactions);
        var ring =
                new TrainerRings.Ring("req-1", atelier.queued("One").id(), 1, true, "digest", atelier.clock.instant());
        atelier.jobs.takeAll();

        hear.hear(ring);
        assertThat(atelier.jobs.takeAll()).containsExactly(new AvatarJob.Rung(ring.avatar()));
        hear.hear(ring);
        assertThat(atelier.jobs.takeAll()).isEmpty();
    }

    @Test
    void aCallAboutAnAvatarThatIsNotThereOnlyHasItsTrainingForgotten() {
        var unknown = new AvatarId(UUID.randomUUID());

        new HearTrainer(atelier.avatars, atelier.rings, atelier.jobs, atelier.transactions)
                .hear(new TrainerRings.Ring("req-1", unknown, 1, true, "digest", atelier.clock.instant()));

        assertThat(atelier.rings.request(unknown, 1)).isEmpty();
        assertThat(atelier.jobs.line()).containsExactly(new AvatarJob.Forget("req-1"));
    }

    @Test
    void aTrainingThatIsAnsweredWhenItsAvatarIsGoneIsStoppedAndForgotten() throws InterruptedException {
        var id = atelier.queued("One").id();
        atelier.trainer.onSubmit = () -> {
            atelier.avatars.delete(atelier.found(id));
            return new Submission.Accepted(ScriptedTrainer.ticket("req-late"));
        };

        atelier.advance(id);

        var unwanted = new AvatarJob.Discard(
                "req-late",
                ScriptedTrainer.ticket("req-late").cancel(),
                atelier.clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(atelier.jobs.line()).contains(AvatarJob.Discard.of(unwanted.subject()));
        var discard = new DiscardTraining(atelier.trainer, atelier.clock);
        assertThat(discard.discard(unwanted)).isInstanceOf(JobOutcome.Again.class);
        assertThat(atelier.trainer.forgotten()).isEmpty();
        atelier.clock.advance(Duration.ofSeconds(11));
        assertThat(discard.discard(unwanted)).isEqualTo(new JobOutcome.Finished());
        assertThat(atelier.trainer.cancelled()).contains("req-late");
        assertThat(atelier.trainer.forgotten()).containsExactly("req-late");
        assertThat(atelier.rings.request(id, 1)).isEmpty();
    }

    @Test
    void aTrainingInVainIsForgottenWhenItsAvatarIsADraftAgain() throws InterruptedException {
        var id = atelier.accepted("One").id();
        atelier.cancelTraining().cancel(id, atelier.owner);

        new RetryTraining(atelier.avatars, atelier.jobs, atelier.transactions).retry(id, atelier.owner);

        assertThat(atelier.jobs.line()).contains(new AvatarJob.Forget("req-1"));
    }
}
