package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresAuditLog;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresProposals;
import app.aisha.app.settings.Settings;
import app.aisha.bot.admin.AdminAnnouncer;
import app.aisha.bot.admin.AdminDialog;
import app.aisha.bot.admin.Admins;
import app.aisha.bot.admin.LogScreen;
import app.aisha.bot.admin.OrderDialog;
import app.aisha.bot.admin.PersonScreens;
import app.aisha.core.account.Users;
import app.aisha.core.admin.ApplyOrder;
import app.aisha.core.admin.AuditLog;
import app.aisha.core.admin.ConfirmOrder;
import app.aisha.core.admin.ProposeOrder;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.admin.WithdrawOrder;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Administration in the chat. */
@Configuration(proxyBeanMethods = false)
class AdminWiring {

    @Bean
    AuditLog auditLog(PostgresDatabase database) {
        return new PostgresAuditLog(database);
    }

    @Bean
    PostgresProposals proposals(PostgresDatabase database) {
        return new PostgresProposals(database);
    }

    @Bean
    ApplyOrder applyOrder(
            Users users,
            Wallets wallets,
            Receipts receipts,
            AuditLog audit,
            Outbox outbox,
            PostgresDatabase database,
            InstantSource clock) {
        return new ApplyOrder(users, wallets, receipts, audit, outbox, database, clock);
    }

    @Bean
    ShowPerson showPerson(
            Users users, Wallets wallets, Receipts receipts, Transcripts transcripts, PostgresDatabase database) {
        return new ShowPerson(users, wallets, receipts, transcripts, database);
    }

    @Bean
    PersonScreens personScreens(Users users, ShowPerson showPerson, Receipts receipts, Settings settings) {
        return new PersonScreens(
                users, showPerson, receipts, settings.general().house().prices());
    }

    @Bean
    LogScreen logScreen(AuditLog audit, Users users) {
        return new LogScreen(audit, users);
    }

    @Bean
    ProposeOrder proposeOrder(
            ApplyOrder applyOrder, PostgresProposals proposals, TimeOrderedIds ids, InstantSource clock) {
        return new ProposeOrder(applyOrder, proposals, ids, clock);
    }

    @Bean
    ConfirmOrder confirmOrder(ApplyOrder applyOrder, PostgresProposals proposals, AuditLog audit, InstantSource clock) {
        return new ConfirmOrder(applyOrder, proposals, audit, clock);
    }

    @Bean
    WithdrawOrder withdrawOrder(PostgresProposals proposals, AuditLog audit, PostgresDatabase database) {
        return new WithdrawOrder(proposals, audit, database);
    }

    @Bean
    OrderDialog orderDialog(
            ProposeOrder proposeOrder,
            ConfirmOrder confirmOrder,
            WithdrawOrder withdrawOrder,
            ShowPerson showPerson,
            Receipts receipts,
            PersonScreens persons,
            LogScreen log) {
        return new OrderDialog(proposeOrder, confirmOrder, withdrawOrder, showPerson, receipts, persons, log);
    }

    @Bean
    AdminDialog adminDialog(Settings settings, Users users, PersonScreens persons, OrderDialog orders, LogScreen log) {
        return new AdminDialog(new Admins(settings.general().house().admins()), users, persons, orders, log);
    }

    @Bean
    AdminAnnouncer adminAnnouncer(AuditLog audit) {
        return new AdminAnnouncer(audit);
    }
}
