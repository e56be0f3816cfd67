package app.aisha.app.wiring;

import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.postgres.PostgresClaims;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresInbox;
import app.aisha.adapters.postgres.PostgresOutbox;
import app.aisha.adapters.telegram.AlbumSending;
import app.aisha.adapters.telegram.LongPolling;
import app.aisha.adapters.telegram.OriginalSending;
import app.aisha.adapters.telegram.StoreSending;
import app.aisha.adapters.telegram.TelegramApi;
import app.aisha.adapters.telegram.TelegramBotProfile;
import app.aisha.adapters.telegram.TelegramFiles;
import app.aisha.adapters.telegram.TelegramMessenger;
import app.aisha.adapters.telegram.TelegramSettings;
import app.aisha.adapters.telegram.TelegramUpdateReader;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.Traces;
import app.aisha.app.observe.WatchedFiles;
import app.aisha.app.observe.WatchedMessenger;
import app.aisha.app.observe.WatchedOutbox;
import app.aisha.app.observe.WatchedUpdates;
import app.aisha.app.settings.Settings;
import app.aisha.bot.admin.Admins;
import app.aisha.bot.delivery.Messenger;
import app.aisha.bot.delivery.OutboxSender;
import app.aisha.bot.delivery.PatientChats;
import app.aisha.bot.home.Commands;
import app.aisha.bot.intake.GroupedIntake;
import app.aisha.bot.intake.Intake;
import app.aisha.bot.intake.PreCheckouts;
import app.aisha.bot.intake.UpdateHandler;
import app.aisha.bot.routing.Announcer;
import app.aisha.bot.routing.ChatGateway;
import app.aisha.bot.routing.Pages;
import app.aisha.bot.routing.Router;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.Users;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.payment.Shop;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.Pictures;
import app.aisha.core.work.ScratchFolders;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from Telegram to the router and back. */
@Configuration(proxyBeanMethods = false)
class TelegramWiring {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    @Bean
    TelegramApi telegramApi(Settings settings) {
        var telegram = settings.telegram().orElseThrow();
        return new TelegramApi(
                new TelegramSettings(telegram.api(), telegram.files(), telegram.token()),
                HttpClients.create(settings.general().proxy(), CONNECT));
    }

    @Bean
    RemoteFiles remoteFiles(TelegramApi api, Settings settings, Calls calls) {
        return new WatchedFiles(
                new TelegramFiles(api, settings.telegram().orElseThrow().downloads()), calls);
    }

    @Bean
    Messenger messenger(
            TelegramApi api,
            OriginalSending originals,
            MediaStore media,
            ScratchFolders scratch,
            Pictures pictures,
            PostgresDatabase database,
            Calls calls) {
        var keep = new KeepPicture(pictures, database);
        return new WatchedMessenger(
                new TelegramMessenger(
                        api,
                        originals,
                        new StoreSending(api, media, scratch, keep::sent),
                        new AlbumSending(api, media, scratch, keep::sent)),
                calls);
    }

    @Bean
    TelegramBotProfile botProfile(TelegramApi api, Texts texts, Shop shop, Admins admins) {
        return new TelegramBotProfile(api, texts, Commands.all(shop.isOpen()))
                .with(admins.chats(), Commands.ofAdmins(shop.isOpen()));
    }

    @Bean
    ChatGateway chats(Messenger messenger, Users users) {
        return new PatientChats(messenger, users, Thread::sleep);
    }

    @Bean
    WatchedUpdates watchedUpdates(PostgresInbox inbox, MeterRegistry meters, Traces traces) {
        return new WatchedUpdates(inbox, meters, traces);
    }

    @Bean(destroyMethod = "")
    Intake intake(
            WatchedUpdates inbox, PostgresClaims claims, ChatGateway chats, Router router, PreCheckouts preCheckouts) {
        return new Intake(
                new TelegramUpdateReader(),
                inbox,
                claims,
                chats,
                new UpdateHandler(router, inbox, inbox),
                preCheckouts,
                Intake.Pace.usual());
    }

    @Bean(destroyMethod = "")
    GroupedIntake groupedIntake(Intake intake) {
        return new GroupedIntake(intake);
    }

    @Bean(destroyMethod = "")
    LongPolling longPolling(TelegramApi api, Intake intake, PostgresClaims claims, InstantSource clock) {
        return new LongPolling(api, intake, turn(claims), clock);
    }

    private static LongPolling.Turn turn(PostgresClaims claims) {
        return new LongPolling.Turn() {

            @Override
            public boolean isOurs() {
                return claims.mayPoll();
            }

            @Override
            public boolean isAnothers() {
                return claims.anotherPolls();
            }

            @Override
            public void pass() {
                claims.standDown();
            }
        };
    }

    @Bean(destroyMethod = "")
    OutboxSender outboxSender(
            PostgresOutbox outbox,
            Users users,
            List<Announcer> announcers,
            Pages pages,
            Messenger messenger,
            @Qualifier("outboxBell") Bell bell,
            MeterRegistry meters) {
        var sender = new OutboxSender(new WatchedOutbox(outbox, meters), users, announcers, pages, messenger);
        FunctionCounter.builder("aisha.outbox.possible.duplicates", sender, OutboxSender::possibleDuplicates)
                .description("Messages sent again although an earlier send may have reached the person")
                .register(meters);
        bell.answeredBy(sender::wake);
        return sender;
    }
}
