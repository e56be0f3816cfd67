package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.openai.OpenAiPromptWriter;
import app.aisha.adapters.openai.TextService;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresGallery;
import app.aisha.adapters.postgres.PostgresPictureOrders;
import app.aisha.adapters.postgres.PostgresPictures;
import app.aisha.adapters.styles.JsonStylePacks;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.WatchedWriter;
import app.aisha.app.settings.Settings;
import app.aisha.core.account.Users;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.picture.AskForPicture;
import app.aisha.core.picture.ChangeOrder;
import app.aisha.core.picture.ComposeWording;
import app.aisha.core.picture.FetchWish;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.Pictures;
import app.aisha.core.picture.PlaceOrder;
import app.aisha.core.picture.PromptWriter;
import app.aisha.core.picture.StylePacks;
import app.aisha.core.transcript.Dictation;
import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundInspector;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.Circuit;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.OperatorAlarm;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From a wish to an order. */
@Configuration(proxyBeanMethods = false)
class PictureWiring {

    @Bean
    Pictures pictures(PostgresDatabase database) {
        return new PostgresPictures(database);
    }

    @Bean
    PictureOrders pictureOrders(PostgresDatabase database) {
        return new PostgresPictureOrders(database);
    }

    @Bean
    Gallery gallery(PostgresDatabase database) {
        return new PostgresGallery(database);
    }

    @Bean
    StylePacks stylePacks(Settings settings) {
        return new JsonStylePacks(settings.general().house().pictures().styles());
    }

    @Bean
    PromptWriter promptWriter(
            TextService text,
            TextSettings textSettings,
            Settings settings,
            OperatorAlarm alarm,
            InstantSource clock,
            Calls calls) {
        var eyes = settings.general().house().pictures().eyes();
        return new WatchedWriter(
                new OpenAiPromptWriter(
                        text,
                        eyes.map(model -> TextService.looking(textSettings, model, alarm, clock))
                                .orElse(text)),
                calls);
    }

    @Bean
    FetchWish fetchWish(
            RemoteFiles remoteFiles,
            PhotoInspector photos,
            SoundInspector sounds,
            SoundCutter cutter,
            Transcriber transcriber,
            MediaStore media) {
        return new FetchWish(remoteFiles, photos, new Dictation(sounds, cutter, transcriber), media);
    }

    @Bean
    JobKind composing(
            PictureOrders orders, Users users, Avatars avatars, PromptWriter writer, FetchWish fetch, Workbench work) {
        var compose = new ComposeWording(orders, users, avatars, writer, fetch, work);
        return new JobKind(
                PictureJob.Compose.class,
                WorkWiring.COMPOSE,
                subject -> compose.compose(order(subject)),
                subject -> compose.giveUp(order(subject)));
    }

    @Bean
    AskForPicture askForPicture(
            PictureOrders orders,
            Pictures pictures,
            Avatars avatars,
            Users users,
            StylePacks styles,
            AskForPicture.Work work) {
        return new AskForPicture(orders, pictures, avatars, users, styles, work);
    }

    @Bean
    AskForPicture.Work askingWork(Jobs jobs, PostgresDatabase database, TimeOrderedIds ids) {
        return new AskForPicture.Work(jobs, database, ids);
    }

    @Bean
    ChangeOrder changeOrder(
            PictureOrders orders, Users users, Jobs jobs, PostgresDatabase database, InstantSource clock) {
        return new ChangeOrder(orders, users, jobs, database, clock);
    }

    @Bean
    OfferPictures offerPictures(PictureOrders orders, Till till, Circuit painter, PostgresDatabase database) {
        return new OfferPictures(orders, till, painter, database);
    }

    @Bean
    PlaceOrder.Work placingWork(Jobs jobs, Outbox outbox, PostgresDatabase database, TimeOrderedIds ids) {
        return new PlaceOrder.Work(jobs, outbox, database, ids, new SecureRandom());
    }

    @Bean
    PlaceOrder placeOrder(
            PictureOrders orders,
            Pictures pictures,
            Avatars avatars,
            OfferPictures offers,
            Till till,
            PlaceOrder.Work work) {
        return new PlaceOrder(orders, pictures, avatars, offers, till, work);
    }

    private static OrderId order(String subject) {
        return new OrderId(UUID.fromString(subject));
    }
}
