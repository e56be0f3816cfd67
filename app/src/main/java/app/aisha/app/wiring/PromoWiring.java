package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresPromoCodes;
import app.aisha.adapters.postgres.PostgresRedemptions;
import app.aisha.adapters.postgres.PostgresStarOrders;
import app.aisha.bot.routing.RateLimits;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.wallet.WalletDialog;
import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.DropPromoCode;
import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.OrderStars;
import app.aisha.core.payment.PromoCodes;
import app.aisha.core.payment.Promos;
import app.aisha.core.payment.RedeemPromoCode;
import app.aisha.core.payment.Redemptions;
import app.aisha.core.payment.Shop;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is on sale, and promo codes. */
@Configuration(proxyBeanMethods = false)
class PromoWiring {

    @Bean
    PromoCodes promoCodes(PostgresDatabase database) {
        return new PostgresPromoCodes(database);
    }

    @Bean
    Redemptions redemptions(PostgresDatabase database) {
        return new PostgresRedemptions(database);
    }

    @Bean
    Promos promos(PromoCodes codes, Redemptions redemptions, InstantSource clock) {
        return new Promos(codes, redemptions, clock);
    }

    @Bean
    OrderStars orderStars(
            Shop shop, Promos promos, PostgresDatabase database, TimeOrderedIds ids, InstantSource clock) {
        return new OrderStars(shop, promos, new PostgresStarOrders(database), database, ids, clock);
    }

    @Bean
    RedeemPromoCode redeemPromoCode(
            PromoCodes codes,
            Redemptions redemptions,
            Promos promos,
            Wallets wallets,
            PostgresDatabase database,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new RedeemPromoCode(codes, redemptions, promos, wallets, database, ids, clock);
    }

    @Bean
    DropPromoCode dropPromoCode(PromoCodes codes, Redemptions redemptions, PostgresDatabase database) {
        return new DropPromoCode(codes, redemptions, database);
    }

    @Bean
    CreatePromoCode createPromoCode(PromoCodes codes, TimeOrderedIds ids) {
        return new CreatePromoCode(codes, ids);
    }

    @Bean
    EndPromoCode endPromoCode(PromoCodes codes, InstantSource clock) {
        return new EndPromoCode(codes, clock);
    }

    @Bean
    WalletDialog walletDialog(
            Shop shop,
            OrderStars orderStars,
            WalletDialog.PromoDesk promoDesk,
            RateLimits limits,
            Till till,
            Texts texts) {
        return new WalletDialog(shop, orderStars, promoDesk, limits, till, texts);
    }

    @Bean
    WalletDialog.PromoDesk promoDesk(Promos promos, RedeemPromoCode redeem, DropPromoCode drop) {
        return new WalletDialog.PromoDesk(promos, redeem, drop);
    }
}
