package app.aisha.app.wiring;

import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresErasures;
import app.aisha.adapters.postgres.PostgresExports;
import app.aisha.adapters.postgres.PostgresOverduePhotos;
import app.aisha.adapters.postgres.PostgresPersonalPapers;
import app.aisha.adapters.postgres.PostgresPersonalRecords;
import app.aisha.app.settings.Settings;
import app.aisha.bot.delivery.Messenger;
import app.aisha.bot.privacy.ChatFarewells;
import app.aisha.bot.privacy.Elsewheres;
import app.aisha.bot.privacy.PrivacyAnnouncer;
import app.aisha.bot.privacy.PrivacyDialog;
import app.aisha.bot.privacy.PrivacyScreens;
import app.aisha.bot.routing.Pages;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.Users;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.media.MediaStore;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.picture.Painter;
import app.aisha.core.privacy.ApplyRetention;
import app.aisha.core.privacy.AskForExport;
import app.aisha.core.privacy.DeleteAccount;
import app.aisha.core.privacy.ErasureId;
import app.aisha.core.privacy.Erasures;
import app.aisha.core.privacy.ExportId;
import app.aisha.core.privacy.Exports;
import app.aisha.core.privacy.MakeExport;
import app.aisha.core.privacy.PrivacyJob;
import app.aisha.core.privacy.RemoveTraces;
import app.aisha.core.transcript.ExportTranscript;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.TimeOrderedIds;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people may have of their own: a copy, and that everything goes. */
@Configuration(proxyBeanMethods = false)
class PrivacyWiring {

    @Bean
    Exports exports(PostgresDatabase database) {
        return new PostgresExports(database);
    }

    @Bean
    Erasures erasures(PostgresDatabase database) {
        return new PostgresErasures(database);
    }

    @Bean
    DeleteAccount.Work leavingWork(Jobs jobs, PostgresDatabase database, TimeOrderedIds ids, InstantSource clock) {
        return new DeleteAccount.Work(jobs, database, ids, clock);
    }

    @Bean
    DeleteAccount deleteAccount(
            Users users,
            Wallets wallets,
            StarPayments payments,
            Erasures erasures,
            PostgresDatabase database,
            DeleteAccount.Work work) {
        return new DeleteAccount(users, wallets, payments, new PostgresPersonalRecords(database), erasures, work);
    }

    @Bean
    RemoveTraces.Services servicesWithCopies(AvatarTrainer trainer, Painter painter) {
        return new RemoveTraces.Services(trainer, painter);
    }

    @Bean
    ChatFarewells farewells(Messenger messenger, Pages pages) {
        return new ChatFarewells(messenger, pages);
    }

    /** What stops through an error of ours is taken up again by {@link ApplyRetention}. */
    @Bean
    JobKind removingTraces(
            Erasures erasures,
            MediaStore media,
            RemoveTraces.Services services,
            ChatFarewells farewells,
            PostgresDatabase database,
            InstantSource clock) {
        var remove = new RemoveTraces(erasures, media, services, farewells, database, clock);
        return new JobKind(
                        PrivacyJob.RemoveTraces.class,
                        WorkWiring.REMOVE_TRACES,
                        subject -> remove.remove(new ErasureId(UUID.fromString(subject))),
                        _ -> {})
                .lasting();
    }

    @Bean
    MakeExport.Belonging belongingOfPeople(
            Transcripts transcripts, Passages passages, ExportDocument exportDocument, Avatars avatars) {
        return new MakeExport.Belonging(transcripts, new ExportTranscript(passages, exportDocument), avatars);
    }

    @Bean
    MakeExport.Work exportingWork(
            Outbox outbox, PostgresDatabase database, ScratchFolders scratch, InstantSource clock) {
        return new MakeExport.Work(outbox, database, scratch, clock);
    }

    @Bean
    JobKind exporting(
            Exports exports,
            MakeExport.Belonging belonging,
            MediaStore media,
            PostgresDatabase database,
            MakeExport.Work work) {
        var make = new MakeExport(
                exports, new PostgresPersonalPapers(database), belonging, media, work, MakeExport.Limits.OF_TELEGRAM);
        return new JobKind(
                        PrivacyJob.Export.class,
                        WorkWiring.EXPORT,
                        subject -> make.make(new ExportId(UUID.fromString(subject))),
                        subject -> make.giveUp(new ExportId(UUID.fromString(subject))))
                .lasting();
    }

    @Bean
    ApplyRetention applyRetention(Erasures erasures, Jobs jobs, PostgresDatabase database, InstantSource clock) {
        return new ApplyRetention(new PostgresOverduePhotos(database), erasures, jobs, database, clock);
    }

    @Bean
    PrivacyScreens privacyScreens(Settings settings, Texts texts) {
        return new PrivacyScreens(elsewheres(settings), texts);
    }

    static Elsewheres elsewheres(Settings settings) {
        return new Elsewheres(
                settings.speech()
                        .flatMap(speech -> speech instanceof Settings.Speech.Service service
                                ? elsewhere(service.baseUrl())
                                : Optional.empty()),
                settings.text().flatMap(text -> elsewhere(text.baseUrl())),
                settings.trainer().flatMap(trainer -> elsewhere(trainer.roots().queue())));
    }

    /** The name of a host that is not this machine. */
    private static Optional<String> elsewhere(URI address) {
        return Optional.ofNullable(address.getHost())
                .filter(host -> !host.matches("localhost|127\\..*|\\[?::1]?|.*\\.localhost"));
    }

    @Bean
    PrivacyDialog privacyDialog(
            DeleteAccount deleteAccount,
            Exports exports,
            Jobs jobs,
            PostgresDatabase database,
            TimeOrderedIds ids,
            PrivacyScreens screens,
            InstantSource clock) {
        return new PrivacyDialog(deleteAccount, new AskForExport(exports, jobs, database, ids, clock), screens, clock);
    }

    @Bean
    PrivacyAnnouncer privacyAnnouncer(Exports exports, PrivacyScreens screens) {
        return new PrivacyAnnouncer(exports, screens);
    }
}
