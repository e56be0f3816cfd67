package app.aisha.app.wiring;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.photos.ImageIoPhotoInspector;
import app.aisha.adapters.photos.PixelProgram;
import app.aisha.adapters.postgres.PostgresAvatarPhotos;
import app.aisha.adapters.postgres.PostgresAvatars;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.app.settings.Settings;
import app.aisha.bot.avatar.AvatarAnnouncer;
import app.aisha.bot.avatar.AvatarDialog;
import app.aisha.bot.avatar.AvatarScreens;
import app.aisha.bot.avatar.PhotoDialog;
import app.aisha.bot.avatar.PhotoScreens;
import app.aisha.bot.avatar.Thumbnails;
import app.aisha.bot.avatar.TrainingScreens;
import app.aisha.bot.avatar.WizardDialog;
import app.aisha.bot.picture.CreateButton;
import app.aisha.core.account.Users;
import app.aisha.core.avatar.AddAvatarPhoto;
import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.avatar.AvatarPhotos;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.CheckAvatarPhoto;
import app.aisha.core.avatar.DeleteAvatar;
import app.aisha.core.avatar.DropAvatarPhotos;
import app.aisha.core.avatar.PhotoId;
import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.RemoveAvatarPhoto;
import app.aisha.core.avatar.RenameAvatar;
import app.aisha.core.avatar.StartAvatar;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Avatars, their photos and their screens. */
@Configuration(proxyBeanMethods = false)
class AvatarWiring {

    private static final int PHOTOS_AT_ONCE = 2;

    @Bean
    Avatars avatars(PostgresDatabase database) {
        return new PostgresAvatars(database);
    }

    @Bean
    AvatarPhotos avatarPhotos(PostgresDatabase database) {
        return new PostgresAvatarPhotos(database);
    }

    @Bean
    AvatarRules avatarRules(Settings settings) {
        return settings.general().house().avatars().rules();
    }

    @Bean
    PixelProgram pixelProgram(Ffmpeg ffmpeg) {
        return new PixelProgram(ffmpeg.prefix(), ffmpeg.program(), ffmpeg.environment(), ffmpeg.folder());
    }

    @Bean
    PhotoInspector photoInspector(PixelProgram pixels) {
        return new ImageIoPhotoInspector(pixels, PHOTOS_AT_ONCE);
    }

    @Bean
    Workbench workbench(Outbox outbox, PostgresDatabase database, ScratchFolders scratch, InstantSource clock) {
        return new Workbench(outbox, database, scratch, clock);
    }

    @Bean
    JobKind checkingPhotos(
            AvatarPhotos photos,
            Avatars avatars,
            RemoteFiles remoteFiles,
            PhotoInspector inspector,
            MediaStore media,
            Workbench work) {
        var check = new CheckAvatarPhoto(photos, avatars, remoteFiles, inspector, media, work);
        return new JobKind(
                AvatarJob.CheckPhoto.class,
                WorkWiring.CHECK_PHOTO,
                subject -> check.check(new PhotoId(UUID.fromString(subject))),
                subject -> check.giveUp(new PhotoId(UUID.fromString(subject))));
    }

    @Bean
    JobKind droppingPhotos(
            Avatars avatars,
            AvatarPhotos photos,
            Users users,
            MediaStore media,
            PostgresDatabase database,
            InstantSource clock) {
        var drop = new DropAvatarPhotos(avatars, photos, users, media, database, clock);
        return new JobKind(
                AvatarJob.DropPhotos.class,
                WorkWiring.DROP_PHOTOS,
                subject -> drop.drop(TrainingWiring.avatar(subject)),
                _ -> {});
    }

    @Bean
    DeleteAvatar deleteAvatar(
            Avatars avatars, AvatarTrainer trainer, MediaStore media, Jobs jobs, PostgresDatabase database) {
        return new DeleteAvatar(avatars, trainer, media, jobs, database);
    }

    @Bean
    JobKind removingAvatars(DeleteAvatar deleteAvatar) {
        return new JobKind(
                AvatarJob.RemoveFiles.class,
                WorkWiring.REMOVE_AVATAR,
                subject -> deleteAvatar.removeFiles(AvatarJob.RemoveFiles.of(subject)),
                _ -> {});
    }

    @Bean
    JobKind forgettingTrainings(DeleteAvatar deleteAvatar) {
        return new JobKind(AvatarJob.Forget.class, WorkWiring.FORGET_TRAINING, deleteAvatar::forget, _ -> {});
    }

    @Bean
    Thumbnails thumbnails(MediaStore media, ScratchFolders scratch) {
        return new Thumbnails(media, scratch);
    }

    @Bean
    PhotoScreens photoScreens(AvatarPhotos photos, AvatarRules rules, Thumbnails thumbnails) {
        return new PhotoScreens(photos, rules, thumbnails);
    }

    @Bean
    AvatarScreens avatarScreens(Avatars avatars, AvatarRules rules, TrainingScreens trainings, Thumbnails thumbnails) {
        return new AvatarScreens(avatars, rules, trainings, thumbnails, new CreateButton());
    }

    @Bean
    AvatarAnnouncer avatarAnnouncer(
            Avatars avatars, PhotoScreens photos, TrainingScreens trainings, Thumbnails thumbnails) {
        return new AvatarAnnouncer(avatars, photos, trainings, thumbnails, new CreateButton());
    }

    @Bean
    WizardDialog wizardDialog(
            Avatars avatars,
            AvatarRules rules,
            PostgresDatabase database,
            TimeOrderedIds ids,
            InstantSource clock,
            PhotoScreens photos) {
        return new WizardDialog(new StartAvatar(avatars, rules, database, ids, clock), rules, photos);
    }

    @Bean
    AddAvatarPhoto addAvatarPhoto(
            Avatars avatars,
            AvatarPhotos photos,
            AvatarRules rules,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            TimeOrderedIds ids) {
        return new AddAvatarPhoto(avatars, photos, rules, jobs, outbox, database, ids);
    }

    @Bean
    PhotoDialog photoDialog(
            Avatars avatars,
            AvatarPhotos photos,
            AddAvatarPhoto addPhoto,
            MediaStore media,
            PostgresDatabase database,
            PhotoScreens screens,
            AvatarScreens cards) {
        return new PhotoDialog(
                avatars, addPhoto, new RemoveAvatarPhoto(avatars, photos, media, database), screens, cards);
    }

    @Bean
    AvatarDialog avatarDialog(
            Avatars avatars, DeleteAvatar deleteAvatar, PostgresDatabase database, AvatarScreens screens) {
        return new AvatarDialog(avatars, new RenameAvatar(avatars, database), deleteAvatar, screens);
    }
}
