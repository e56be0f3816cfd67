package app.aisha.app.wiring;

import app.aisha.adapters.fal.FalPainter;
import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.http.ServicePause;
import app.aisha.adapters.imaging.DejaVuSans;
import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.photos.ImageIoPictureFinisher;
import app.aisha.adapters.photos.PixelProgram;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.app.settings.Settings;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.MediaStore;
import app.aisha.core.picture.AdvancePicture;
import app.aisha.core.picture.CancelPictures;
import app.aisha.core.picture.DiscardPainting;
import app.aisha.core.picture.EndPicture;
import app.aisha.core.picture.Painter;
import app.aisha.core.picture.PaintingSettings;
import app.aisha.core.picture.PictureFinisher;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.Pictures;
import app.aisha.core.picture.PrepareIngredients;
import app.aisha.core.picture.RemovePictureFiles;
import app.aisha.core.picture.StorePicture;
import app.aisha.core.picture.TidyPictures;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From an order to a picture in the store. */
@Configuration(proxyBeanMethods = false)
class PaintingWiring {

    private static final int PICTURES_AT_ONCE = 2;
    private static final float MARK_SIZE = 12;

    @Bean
    PaintingSettings paintingSettings(Settings settings) {
        var pictures = settings.general().house().pictures();
        return new PaintingSettings(pictures.instant(), pictures.mark(), PaintingSettings.Patience.USUAL);
    }

    @Bean
    Painter painter(FalSettings settings, ServicePause falPause, InstantSource clock, FalMeter falMeter) {
        return new MeteredPainter(
                new FalPainter(settings, app.aisha.adapters.fal.PaintingSettings.USUAL, falPause, clock), falMeter);
    }

    @Bean
    PictureFinisher pictureFinisher(PixelProgram pixels, Settings settings) throws IOException {
        var font = DejaVuSans.unpack(settings.general().data().resolve("charts"));
        return new ImageIoPictureFinisher(pixels, font.bold(MARK_SIZE), PICTURES_AT_ONCE);
    }

    @Bean
    EndPicture endPicture(
            Pictures pictures,
            Wallets wallets,
            Jobs jobs,
            Outbox outbox,
            PostgresDatabase database,
            InstantSource clock) {
        return new EndPicture(pictures, wallets, jobs, outbox, database, clock);
    }

    @Bean
    AdvancePicture.Steps pictureSteps(
            Painter painter,
            Avatars avatars,
            MediaStore media,
            PictureFinisher finisher,
            EndPicture end,
            PaintingSettings settings,
            Workbench work) {
        return new AdvancePicture.Steps(
                painter,
                new PrepareIngredients(avatars, media, painter, work.scratch(), work.transactions(), settings),
                new StorePicture(painter, finisher, media, work.scratch(), settings.mark()),
                end);
    }

    @Bean
    JobKind painting(Pictures pictures, AdvancePicture.Steps steps, PaintingSettings settings, Workbench work) {
        var advance = new AdvancePicture(pictures, steps, settings, work);
        return new JobKind(
                PictureJob.Paint.class,
                WorkWiring.PAINT,
                subject -> advance.advance(picture(subject)),
                subject -> advance.giveUp(picture(subject)));
    }

    @Bean
    CancelPictures cancelPictures(
            PictureOrders orders,
            Pictures pictures,
            EndPicture end,
            Painter painter,
            PostgresDatabase database,
            InstantSource clock) {
        return new CancelPictures(orders, pictures, end, painter, database, clock);
    }

    @Bean
    JobKind stoppingPictures(CancelPictures cancelPictures) {
        return new JobKind(
                PictureJob.Stop.class,
                WorkWiring.STOP_PAINTING,
                subject -> cancelPictures.stop(picture(subject)),
                _ -> {});
    }

    @Bean
    RemovePictureFiles removePictureFiles(MediaStore media, Pictures pictures, Painter painter) {
        return new RemovePictureFiles(media, pictures, painter);
    }

    @Bean
    JobKind forgettingPaintings(RemovePictureFiles remove) {
        return new JobKind(
                PictureJob.Forget.class,
                WorkWiring.FORGET_PAINTING,
                subject -> remove.forget(new PictureJob.Forget(subject)),
                _ -> {});
    }

    @Bean
    JobKind discardingPaintings(Painter painter, InstantSource clock) {
        var discard = new DiscardPainting(painter, clock);
        return new JobKind(
                PictureJob.Discard.class,
                WorkWiring.DISCARD_PAINTING,
                subject -> discard.discard(PictureJob.Discard.of(subject)),
                _ -> {});
    }

    @Bean
    JobKind removingPictures(RemovePictureFiles remove) {
        return new JobKind(
                PictureJob.RemoveFiles.class,
                WorkWiring.REMOVE_PICTURE,
                subject -> remove.remove(PictureJob.RemoveFiles.of(subject)),
                _ -> {});
    }

    @Bean
    JobKind removingPhotosOfPictures(RemovePictureFiles remove) {
        return new JobKind(
                PictureJob.RemovePhotos.class,
                WorkWiring.REMOVE_PHOTOS,
                subject -> remove.remove(PictureJob.RemovePhotos.of(subject)),
                _ -> {});
    }

    @Bean
    TidyPictures tidyPictures(
            PictureOrders orders, Pictures pictures, Jobs jobs, PostgresDatabase database, InstantSource clock) {
        return new TidyPictures(orders, pictures, jobs, database, clock);
    }

    private static PictureId picture(String subject) {
        return new PictureId(UUID.fromString(subject));
    }
}
