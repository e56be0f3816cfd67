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
import app.aisha.bot.admin.OrderWords;
import app.aisha.bot.admin.PaymentScreen;
import app.aisha.bot.admin.PersonScreens;
import app.aisha.bot.admin.PromoDialog;
import app.aisha.core.account.Users;
import app.aisha.core.admin.ApplyOrder;
import app.aisha.core.admin.AuditLog;
import app.aisha.core.admin.ClosePromoCode;
import app.aisha.core.admin.ConfirmOrder;
import app.aisha.core.admin.IssuePromoCode;
import app.aisha.core.admin.MoveCredits;
import app.aisha.core.admin.ProposeOrder;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.admin.WithdrawOrder;
import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.PromoCodes;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.payment.StarPayments;
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
    Admins admins(Settings settings) {
        return new Admins(settings.general().house().admins());
    }

    @Bean
    ApplyOrder applyOrder(
            MoveCredits moveCredits,
            Users users,
            AuditLog audit,
            Outbox outbox,
            PostgresDatabase database,
            InstantSource clock) {
        return new ApplyOrder(moveCredits, users, audit, outbox, database, clock);
    }

    @Bean
    MoveCredits moveCredits(Wallets wallets, Receipts receipts, RefundStars refundStars) {
        return new MoveCredits(wallets, receipts, refundStars);
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
    OrderWords orderWords(ShowPerson showPerson, Receipts receipts, StarPayments payments) {
        return new OrderWords(showPerson, receipts, payments);
    }

    @Bean
    OrderDialog orderDialog(
            ProposeOrder proposeOrder,
            ConfirmOrder confirmOrder,
            WithdrawOrder withdrawOrder,
            OrderWords words,
            PersonScreens persons,
            LogScreen log) {
        return new OrderDialog(proposeOrder, confirmOrder, withdrawOrder, words, persons, log);
    }

    @Bean
    AdminDialog adminDialog(
            Admins admins,
            Users users,
            PersonScreens persons,
            StarPayments payments,
            OrderDialog orders,
            LogScreen log) {
        return new AdminDialog(admins, users, persons, new PaymentScreen(payments, users), orders, log);
    }

    @Bean
    IssuePromoCode issuePromoCode(
            CreatePromoCode create,
            AuditLog audit,
            PostgresDatabase database,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new IssuePromoCode(create, audit, database, ids, clock);
    }

    @Bean
    ClosePromoCode closePromoCode(
            EndPromoCode end, AuditLog audit, PostgresDatabase database, TimeOrderedIds ids, InstantSource clock) {
        return new ClosePromoCode(end, audit, database, ids, clock);
    }

    @Bean
    PromoDialog promoDialog(
            Admins admins, PromoCodes codes, IssuePromoCode issue, ClosePromoCode close, InstantSource clock) {
        return new PromoDialog(admins, codes, issue, close, clock);
    }

    @Bean
    AdminAnnouncer adminAnnouncer(AuditLog audit) {
        return new AdminAnnouncer(audit);
    }
}
