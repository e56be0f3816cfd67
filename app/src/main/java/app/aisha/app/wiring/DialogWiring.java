package app.aisha.app.wiring;

import app.aisha.adapters.imaging.JFreeChartPainter;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresStatistics;
import app.aisha.app.settings.Settings;
import app.aisha.bot.account.AccountAction;
import app.aisha.bot.account.AccountDialog;
import app.aisha.bot.account.AccountStep;
import app.aisha.bot.admin.AdminAction;
import app.aisha.bot.admin.AdminStep;
import app.aisha.bot.admin.PromoAction;
import app.aisha.bot.admin.PromoStep;
import app.aisha.bot.avatar.AvatarAction;
import app.aisha.bot.avatar.AvatarStep;
import app.aisha.bot.avatar.PhotoAction;
import app.aisha.bot.avatar.TrainingAction;
import app.aisha.bot.avatar.WizardAction;
import app.aisha.bot.digest.DigestAction;
import app.aisha.bot.digest.DigestStep;
import app.aisha.bot.gallery.ChoiceAction;
import app.aisha.bot.gallery.GalleryAction;
import app.aisha.bot.gallery.GalleryStep;
import app.aisha.bot.gallery.ShownAction;
import app.aisha.bot.home.HomeDialog;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.picture.OrderAction;
import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.picture.PictureStep;
import app.aisha.bot.picture.ResultAction;
import app.aisha.bot.privacy.PrivacyAction;
import app.aisha.bot.profile.ChartPainter;
import app.aisha.bot.profile.FiguresScreen;
import app.aisha.bot.profile.PaidWork;
import app.aisha.bot.profile.ProfileAction;
import app.aisha.bot.profile.ProfileDialog;
import app.aisha.bot.profile.ReceiptScreens;
import app.aisha.bot.routing.ChatGateway;
import app.aisha.bot.routing.ChatMemory;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.routing.OpenDialogs;
import app.aisha.bot.routing.Pages;
import app.aisha.bot.routing.RateLimits;
import app.aisha.bot.routing.RecordingTaker;
import app.aisha.bot.routing.Router;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.RecordingAction;
import app.aisha.bot.transcript.RecordingStep;
import app.aisha.bot.transcript.SearchAction;
import app.aisha.bot.transcript.SearchStep;
import app.aisha.bot.transcript.SpeakerAction;
import app.aisha.bot.transcript.SpeakerStep;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.transcript.TranscriptStep;
import app.aisha.bot.wallet.WalletAction;
import app.aisha.bot.wallet.WalletStep;
import app.aisha.bot.wire.Actions;
import app.aisha.bot.wire.Steps;
import app.aisha.core.account.Users;
import app.aisha.core.profile.Statistics;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Till;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dialogs that belong to no other room, and the router before them all. */
@Configuration(proxyBeanMethods = false)
class DialogWiring {

    @Bean
    Texts texts() {
        return new Texts();
    }

    @Bean
    Pages pages(Texts texts) {
        return new Pages(
                texts,
                new Actions(List.of(
                        MenuAction.class,
                        AccountAction.class,
                        ProfileAction.class,
                        TranscriptAction.class,
                        SearchAction.class,
                        RecordingAction.class,
                        SpeakerAction.class,
                        DigestAction.class,
                        AvatarAction.class,
                        WizardAction.class,
                        PhotoAction.class,
                        TrainingAction.class,
                        PictureAction.class,
                        OrderAction.class,
                        ResultAction.class,
                        GalleryAction.class,
                        ShownAction.class,
                        ChoiceAction.class,
                        WalletAction.class,
                        AdminAction.class,
                        PromoAction.class,
                        PrivacyAction.class)));
    }

    @Bean
    OpenDialogs openDialogs(ChatMemory memory) {
        return new OpenDialogs(
                memory,
                new Steps(List.of(
                        AccountStep.class,
                        TranscriptStep.class,
                        SearchStep.class,
                        RecordingStep.class,
                        SpeakerStep.class,
                        DigestStep.class,
                        AvatarStep.class,
                        PictureStep.class,
                        GalleryStep.class,
                        WalletStep.class,
                        AdminStep.class,
                        PromoStep.class)));
    }

    @Bean
    HomeDialog homeDialog(RecordingLimits limits, ProfileDialog profile) {
        return new HomeDialog(limits, profile);
    }

    @Bean
    ChartPainter chartPainter(Settings settings) throws IOException {
        return new JFreeChartPainter(settings.general().data().resolve("charts"));
    }

    @Bean
    Statistics statistics(PostgresDatabase database) {
        return new PostgresStatistics(database);
    }

    @Bean
    ReceiptScreens receiptScreens(Receipts receipts, Till till, Transcripts transcripts, RecordingLimits limits) {
        return new ReceiptScreens(receipts, till, new PaidWork(transcripts, limits));
    }

    @Bean
    ProfileDialog profileDialog(
            Statistics statistics,
            Till till,
            ReceiptScreens receipts,
            ChartPainter painter,
            Texts texts,
            InstantSource clock) {
        var figures = new FiguresScreen(statistics, till.prices(), painter, texts, clock);
        return new ProfileDialog(statistics, till, figures, receipts);
    }

    @Bean
    AccountDialog accountDialog(Users users, InstantSource clock, Till till) {
        return new AccountDialog(users, clock, till.prices().areListed());
    }

    @Bean
    Router router(
            Users users,
            OpenDialogs open,
            RecordingTaker recordings,
            List<Dialog> dialogs,
            Pages pages,
            ChatGateway chats,
            RateLimits limits) {
        return new Router(users, open, recordings, dialogs, pages, chats, limits);
    }
}
