package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresTrainerRings;
import app.aisha.app.settings.Settings;
import app.aisha.bot.avatar.AvatarScreens;
import app.aisha.bot.avatar.PhotoScreens;
import app.aisha.bot.avatar.TrainingDialog;
import app.aisha.bot.avatar.TrainingScreens;
import app.aisha.core.avatar.AdvanceTraining;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.avatar.AvatarPhotos;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.CancelTraining;
import app.aisha.core.avatar.DiscardTraining;
import app.aisha.core.avatar.EndTraining;
import app.aisha.core.avatar.HearTrainer;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PrepareArchive;
import app.aisha.core.avatar.RetryTraining;
import app.aisha.core.avatar.StartAvatarTraining;
import app.aisha.core.avatar.StoreModel;
import app.aisha.core.avatar.TrainerRings;
import app.aisha.core.avatar.TrainingSettings;
import app.aisha.core.avatar.TrainingSteps;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.MediaStore;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Circuit;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From consent to a trained avatar. */
@Configuration(proxyBeanMethods = false)
class TrainingWiring {

    @Bean
    TrainerRings trainerRings(PostgresDatabase database) {
        return new PostgresTrainerRings(database);
    }

    @Bean
    HearTrainer hearTrainer(Avatars avatars, TrainerRings rings, Jobs jobs, PostgresDatabase database) {
        return new HearTrainer(avatars, rings, jobs, database);
    }

    @Bean
    EndTraining endTraining(
            Avatars avatars,
            Wallets wallets,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            InstantSource clock) {
        return new EndTraining(avatars, wallets, jobs, outbox, database, clock);
    }

    @Bean
    TrainingSteps trainingSteps(
            AvatarTrainer trainer, TrainerRings rings, AvatarPhotos photos, MediaStore media, EndTraining end) {
        return new TrainingSteps(
                trainer, rings, new PrepareArchive(photos, media, trainer), new StoreModel(trainer, media), end);
    }

    @Bean
    TrainingSettings trainingSettings(Settings settings) {
        var house = settings.general().house().avatars();
        return new TrainingSettings(house.atOnce(), house.rings(), house.patience());
    }

    @Bean
    AdvanceTraining advanceTraining(Avatars avatars, TrainingSteps steps, TrainingSettings settings, Workbench work) {
        return new AdvanceTraining(avatars, steps, settings, work);
    }

    @Bean
    JobKind training(AdvanceTraining advance) {
        return new JobKind(
                AvatarJob.Train.class,
                WorkWiring.TRAIN,
                subject -> advance.advance(avatar(subject)),
                subject -> advance.giveUp(avatar(subject)));
    }

    @Bean
    JobKind trainingAfterARing(AdvanceTraining advance) {
        return new JobKind(
                AvatarJob.Rung.class,
                WorkWiring.RUNG,
                subject -> advance.advance(avatar(subject)),
                subject -> advance.giveUp(avatar(subject)));
    }

    @Bean
    CancelTraining cancelTraining(
            Avatars avatars, EndTraining end, TrainingSteps steps, PostgresDatabase database, InstantSource clock) {
        return new CancelTraining(avatars, end, steps, database, clock);
    }

    @Bean
    JobKind stoppingTrainings(CancelTraining cancelTraining) {
        return new JobKind(
                AvatarJob.Stop.class,
                WorkWiring.STOP_TRAINING,
                subject -> cancelTraining.stop(avatar(subject)),
                _ -> {});
    }

    @Bean
    JobKind discardingTrainings(AvatarTrainer trainer, InstantSource clock) {
        var discard = new DiscardTraining(trainer, clock);
        return new JobKind(
                AvatarJob.Discard.class,
                WorkWiring.DISCARD_TRAINING,
                subject -> discard.discard(AvatarJob.Discard.of(subject)),
                _ -> {});
    }

    @Bean
    OfferTraining offerTraining(
            Avatars avatars,
            AvatarPhotos photos,
            AvatarRules rules,
            Till till,
            Circuit trainer,
            PostgresDatabase database) {
        return new OfferTraining(avatars, photos, rules, till, trainer, database);
    }

    @Bean
    StartAvatarTraining.Work startingWork(Jobs jobs, Outbox outbox, PostgresDatabase database, InstantSource clock) {
        return new StartAvatarTraining.Work(jobs, outbox, database, clock);
    }

    @Bean
    StartAvatarTraining startAvatarTraining(
            Avatars avatars, OfferTraining offers, AvatarRules rules, Till till, StartAvatarTraining.Work work) {
        return new StartAvatarTraining(avatars, offers, rules, till, work);
    }

    @Bean
    RetryTraining retryTraining(Avatars avatars, Jobs jobs, PostgresDatabase database) {
        return new RetryTraining(avatars, jobs, database);
    }

    @Bean
    TrainingScreens trainingScreens(
            OfferTraining offers, Avatars avatars, PhotoInspector inspector, InstantSource clock) {
        return new TrainingScreens(offers, avatars, inspector.seesFaces(), clock);
    }

    @Bean
    TrainingDialog.Screens trainingDialogScreens(TrainingScreens trainings, PhotoScreens photos, AvatarScreens cards) {
        return new TrainingDialog.Screens(trainings, photos, cards);
    }

    @Bean
    TrainingDialog trainingDialog(
            Avatars avatars,
            OfferTraining offers,
            StartAvatarTraining start,
            CancelTraining cancel,
            RetryTraining retry,
            TrainingDialog.Screens screens) {
        return new TrainingDialog(avatars, offers, start, cancel, retry, screens);
    }

    static AvatarId avatar(String subject) {
        return new AvatarId(UUID.fromString(subject));
    }
}
