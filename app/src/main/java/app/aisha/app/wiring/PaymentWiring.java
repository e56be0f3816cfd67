package app.aisha.app.wiring;

import app.aisha.adapters.http.Delay;
import app.aisha.adapters.jobs.JobKind;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPromoCodes;
import app.aisha.adapters.postgres.PostgresRedemptions;
import app.aisha.adapters.postgres.PostgresStarOrders;
import app.aisha.adapters.postgres.PostgresStarPayments;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.adapters.telegram.TelegramApi;
import app.aisha.adapters.telegram.TelegramStars;
import app.aisha.app.observe.WatchedPayments;
import app.aisha.app.settings.Settings;
import app.aisha.bot.intake.PreCheckouts;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.wallet.CheckoutCounter;
import app.aisha.bot.wallet.PaymentDialog;
import app.aisha.bot.wallet.WalletAnnouncer;
import app.aisha.core.account.Users;
import app.aisha.core.payment.Cashier;
import app.aisha.core.payment.CheckStarOrder;
import app.aisha.core.payment.CompleteRefund;
import app.aisha.core.payment.NoteRefund;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.PaymentJob;
import app.aisha.core.payment.PromoCodes;
import app.aisha.core.payment.Promos;
import app.aisha.core.payment.Redemptions;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.payment.Shop;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.payment.TakeBackCredits;
import app.aisha.core.payment.TakeStarPayment;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stars that come and go. */
@Configuration(proxyBeanMethods = false)
class PaymentWiring {

    private static final int CHECKOUT_CONNECTIONS = 2;

    /** Telegram waits ten seconds; people do not. */
    private static final Duration CHECKOUT_PATIENCE = Duration.ofMillis(800);

    @Bean
    Shop shop(Settings settings) {
        var house = settings.general().house();
        return new Shop(house.prices(), house.packages());
    }

    @Bean
    StarPayments starPayments(PostgresDatabase database, MeterRegistry meters) {
        return new WatchedPayments(new PostgresStarPayments(database), meters, PostgresDatabase::afterCommit);
    }

    @Bean
    Cashier cashier(TelegramApi api) {
        return new TelegramStars(api, Delay.real());
    }

    @Bean
    SidePool checkoutPool(Settings settings) {
        return SidePool.open(settings, "aisha-checkout", CHECKOUT_CONNECTIONS, CHECKOUT_PATIENCE);
    }

    @Bean
    PreCheckouts preCheckouts(
            @Qualifier("checkoutPool") SidePool side,
            Shop shop,
            Cashier cashier,
            Texts texts,
            TimeOrderedIds ids,
            InstantSource clock,
            Settings settings) {
        var database = side.database();
        var users = new PostgresUsers(database, ids, settings.general().house().zone());
        var promos = new Promos(new PostgresPromoCodes(database), new PostgresRedemptions(database), clock);
        var check = new CheckStarOrder(shop, users, new PostgresStarOrders(database), promos, clock);
        return new CheckoutCounter(check, users, cashier, texts, CHECKOUT_PATIENCE);
    }

    @Bean
    TakeBackCredits takeBackCredits(Wallets wallets, Receipts receipts) {
        return new TakeBackCredits(wallets, receipts);
    }

    @Bean
    TakeStarPayment takeStarPayment(
            Shop shop,
            TakeStarPayment.Ledger ledger,
            Outbox outbox,
            PostgresDatabase database,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new TakeStarPayment(shop, new PostgresStarOrders(database), ledger, outbox, database, ids, clock);
    }

    @Bean
    TakeStarPayment.Ledger paymentLedger(
            StarPayments payments, Wallets wallets, PromoCodes codes, Redemptions redemptions) {
        return new TakeStarPayment.Ledger(payments, wallets, codes, redemptions);
    }

    @Bean
    NoteRefund noteRefund(StarPayments payments, TakeBackCredits takeBack, Outbox outbox, PostgresDatabase database) {
        return new NoteRefund(payments, takeBack, outbox, database);
    }

    @Bean
    RefundStars refundStars(StarPayments payments, TakeBackCredits takeBack, Jobs jobs, PostgresDatabase database) {
        return new RefundStars(payments, takeBack, jobs, database);
    }

    @Bean
    CompleteRefund completeRefund(
            StarPayments payments,
            Users users,
            Cashier cashier,
            TakeBackCredits takeBack,
            Outbox outbox,
            PostgresDatabase database) {
        return new CompleteRefund(payments, users, cashier, takeBack, outbox, database);
    }

    /** Nobody knows whether the stars of a given-up refund went back, so it stays under way until an admin orders it again. */
    @Bean
    JobKind refunding(CompleteRefund complete) {
        return new JobKind(
                PaymentJob.Refund.class, WorkWiring.REFUND, subject -> complete.complete(payment(subject)), _ -> {});
    }

    /** The part before the number of the attempt. */
    private static PaymentId payment(String subject) {
        return new PaymentId(UUID.fromString(subject.substring(0, subject.indexOf('/'))));
    }

    @Bean
    PaymentDialog paymentDialog(
            Shop shop, TakeStarPayment take, NoteRefund note, StarPayments payments, Settings settings) {
        return new PaymentDialog(
                shop, take, note, payments, settings.general().house().supportContact());
    }

    @Bean
    WalletAnnouncer walletAnnouncer(StarPayments payments, Till till) {
        return new WalletAnnouncer(payments, till);
    }
}
